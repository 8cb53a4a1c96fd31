// The floor: the same request by HttpClient alone.
using System.Net.Http.Headers;

using var client = new HttpClient();
using var content = new ByteArrayContent("""{"AccountId":"180011223","CampaignIds":["1","2","3"]}"""u8.ToArray());
content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(args[0] + "CampaignManagement/v13/Campaigns/QueryByIds")) { Content = content };
message.Headers.Add("DeveloperToken", "BBD37VB98");
message.Headers.Add("CustomerId", "251234567");
message.Headers.Add("CustomerAccountId", "180011223");
message.Headers.Add("Authorization", "Bearer token");
message.Headers.Add("User-Agent", "bench/1.0");
using var response = await client.SendAsync(message);
var body = await response.Content.ReadAsByteArrayAsync();
return body.Length == 16 ? 0 : 1;
