// A campaign's life through a SOAP client that has read nothing but the service's description: node soap.mjs http://127.0.0.1:9013 wsdl|singleWsdl
import assert from 'node:assert/strict';
import soap from 'soap';
import { campaign, credentials, ok } from './world.mjs';

const [base, kind] = process.argv.slice(2);
const who = await credentials(base);
const address = `${base}/Api/Advertiser/CampaignManagement/v13/CampaignManagementService.svc`;
const client = await soap.createClientAsync(`${address}?${kind}`);
const ns = 'https://bingads.microsoft.com/CampaignManagement/v13';

function signIn(token) {
  client.clearSoapHeaders();
  const headers = { AuthenticationToken: token, CustomerAccountId: who.accountId, CustomerId: who.customerId, DeveloperToken: who.developerToken };
  for (const [name, value] of Object.entries(headers)) {
    client.addSoapHeader({ [name]: value }, '', 'svc', ns);
  }
}

const list = (value) => [value ?? []].flat();
signIn(who.token);

const name = `By ${kind}`;
const { Languages, ...plain } = campaign(name);
const [added] = await client.AddCampaignsAsync({ AccountId: who.accountId, Campaigns: { Campaign: [{ ...plain, Languages: { 'arrays:string': Languages } }] } });
const id = list(added.CampaignIds.long)[0];
assert.ok(BigInt(id) > 0n, JSON.stringify(added));
ok('added');

const get = async () => {
  const [answer] = await client.GetCampaignsByIdsAsync({ AccountId: who.accountId, CampaignIds: { 'arrays:long': [id] }, CampaignType: 'Search' });
  return list(answer.Campaigns?.Campaign)[0];
};
assert.equal((await get()).Name, name);
assert.equal(Number((await get()).DailyBudget), 12.5);
ok('read');

const [updated] = await client.UpdateCampaignsAsync({ AccountId: who.accountId, Campaigns: { Campaign: [{ DailyBudget: 20, Id: id }] } });
assert.equal(list(updated.PartialErrors?.BatchError).length, 0);
assert.equal(Number((await get()).DailyBudget), 20);
assert.equal((await get()).Name, name);
ok('changed');

const [double] = await client.AddCampaignsAsync({ AccountId: who.accountId, Campaigns: { Campaign: [plain] } });
assert.equal(Number(list(double.PartialErrors.BatchError)[0].Code), 1115);
ok('refused a second of the name');

const [deleted] = await client.DeleteCampaignsAsync({ AccountId: who.accountId, CampaignIds: { 'arrays:long': [id] } });
assert.equal(list(deleted.PartialErrors?.BatchError).length, 0);
const gone = await get();
assert.ok(gone === undefined || gone === null || gone.attributes?.['xsi:nil'] === 'true' || gone.attributes?.['i:nil'] === 'true', JSON.stringify(gone));
ok('deleted');

signIn('none');
const fault = await get().then(() => null, (e) => e);
assert.ok(fault, 'a call with a wrong token was answered');
assert.match(JSON.stringify(fault.root ?? {}), /"Code":"?105/);
ok('refused a stranger');
