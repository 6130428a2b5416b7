using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Accounts;

/// <summary>The accounts and requests of a snapshot, which are in no view: pages and API show of them what the caller's mandate allows.</summary>
public sealed class Register
{
    private readonly Dictionary<string, Account> _accounts;
    private readonly Dictionary<string, Account> _byEmail;
    private readonly Dictionary<string, VisibleRecord> _requests;
    private readonly ILookup<string, ChangeRequest> _byState;

    internal Register(Projection projection)
    {
        var seen = projection.For(Audience.Secretariat);
        _accounts = seen.Of<Account>().Select(visible => (Account)visible.Record).ToDictionary(account => account.Id, StringComparer.Ordinal);
        _byEmail = _accounts.Values.Where(account => account.IsOpen() && account.Email is not null).GroupBy(account => Folded(account.Email!)).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        _requests = seen.Of<ChangeRequest>().ToDictionary(visible => visible.Record.Key, StringComparer.Ordinal);
        _byState = _requests.Values.Select(visible => (ChangeRequest)visible.Record).ToLookup(request => request.StateCode, StringComparer.Ordinal);
    }

    /// <summary>Every account, open and closed, by id.</summary>
    public IEnumerable<Account> Accounts => _accounts.Values;

    /// <summary>Every request that was ever submitted, by id.</summary>
    public IEnumerable<ChangeRequest> Requests => _requests.Values.Select(visible => (ChangeRequest)visible.Record);

    /// <summary>The account with this id; null when there is none.</summary>
    public Account? Account(string id) => _accounts.GetValueOrDefault(id);

    /// <summary>The open account with this address, in whatever case; null when there is none.</summary>
    public Account? AccountWithEmail(string email) => _byEmail.GetValueOrDefault(Folded(email));

    /// <summary>The open account bound to this login; null when there is none.</summary>
    public Account? AccountWithLogin(Login login) => _accounts.Values.FirstOrDefault(account => account.IsOpen() && account.Login == login);

    /// <summary>The request with this id; null when none was submitted.</summary>
    public ChangeRequest? Request(string id) => (ChangeRequest?)_requests.GetValueOrDefault(id)?.Record;

    /// <summary>The number of the last revision of a request; 0 when none was submitted.</summary>
    public int RequestRevision(string id) => _requests.GetValueOrDefault(id)?.Revision ?? 0;

    /// <summary>The requests of one State that were ever submitted.</summary>
    public IEnumerable<ChangeRequest> RequestsOf(string stateCode) => _byState[stateCode];

    /// <summary>An address as it is compared: mail systems do not tell capital letters apart.</summary>
    private static string Folded(string email) => email.ToLowerInvariant();
}
