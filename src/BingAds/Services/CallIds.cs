using BingAds.Contract;

namespace BingAds.Services;

/// <summary>The account and the customer of one call: in the headers where the service takes them there, and in the body where it left them open.</summary>
internal readonly record struct CallIds(long? AccountId, long? CustomerId, long? AccountHeader, long? CustomerHeader)
{
    /// <summary>Gives the request with its open ids filled in: a copy, if there was something to fill in, because the caller's object stays as it is.</summary>
    public static ApiRequest Fill(ApiRequest request, AuthorizationData authorization, CallOptions? options, HeaderTarget target, out CallIds ids)
    {
        var accountId = options?.AccountId ?? authorization.AccountId;
        var customerId = options?.CustomerId ?? authorization.CustomerId;
        var filled = request;
        long? customerInBody = null, accountInBody = null;
        var members = request.WireType.Members;
        for (var i = 0; i < members.Length; i++)
        {
            if (members[i].Name is not ("AccountId" or "CustomerId"))
            {
                continue;
            }

            var isCustomer = members[i].Name[0] == 'C';
            var present = filled.GetMember(i) as long?;
            var wanted = isCustomer ? customerId : accountId;
            if (present is null or 0 && wanted is not null
                && (members[i].Flags & WireFlags.CallId) != 0 && !request.IsExplicitNull(members[i].Name))
            {
                filled = ReferenceEquals(filled, request) ? (ApiRequest)request.Clone() : filled;
                filled.SetMember(i, wanted);
                present = wanted;
            }

            (accountInBody, customerInBody) = isCustomer ? (accountInBody, present) : (present, customerInBody);
        }

        // What an error says the call was about: the body goes before the settings.
        var account = accountInBody is null or 0 ? accountId : accountInBody;
        var customer = customerInBody is null or 0 ? customerId : customerInBody;
        if (ApiCatalog.For(request.Operation.Service).HasAccountHeaders)
        {
            ids = new CallIds(account, customer, accountId, customerId);
        }
        else if (target == HeaderTarget.Soap)
        {
            // Their contract has no such header elements, and an element that the contract doesn't know has no place in an envelope.
            ids = new CallIds(account, customer, null, null);
        }
        else
        {
            // The two customer services take no ids in headers, but for the customer that the body names.
            ids = new CallIds(account, customer, options?.AccountId, options?.CustomerId ?? customerInBody);
        }

        return filled;
    }
}
