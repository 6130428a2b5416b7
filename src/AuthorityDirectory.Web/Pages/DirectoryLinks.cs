using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Finder;
using AuthorityDirectory.Records;
using AuthorityDirectory.Web.Api;
using AuthorityDirectory.Web.Api.OpenApi;
using AuthorityDirectory.Web.Pages.Find;
using AuthorityDirectory.Web.Pages.States;

namespace AuthorityDirectory.Web.Pages;

/// <summary>Every address that a page leads to: pages in its own language, and the OData query that gives the same facts as data.</summary>
public sealed class DirectoryLinks(PageLanguage language)
{
    private const string Data = DirectoryApi.Root;
    public string Home => $"/{language.Tag}/";

    public string States => $"/{language.Tag}/states";

    /// <summary>Whom to ask in another State.</summary>
    public string Find => $"/{language.Tag}/find";

    public string Globe => $"/{language.Tag}/globe";

    public string Coverage => $"/{language.Tag}/coverage";

    public string Developers => $"/{language.Tag}/developers";

    public string Search => $"/{language.Tag}/search";

    public string SignIn => $"/{language.Tag}/sign-in";

    public string Account => $"/{language.Tag}/account";

    public string SignInSent => $"{SignIn}/sent";

    public string Tokens => $"{Account}/tokens";

    public string NewAddress => $"{Account}/address";

    public string HandOver => $"{Account}/hand-over";

    public string Login => $"{Account}/login";

    public string SignInWith(string provider, string? returnPath = null) => $"{SignIn}/with/{provider}{(returnPath is null ? "" : $"?return={Uri.EscapeDataString(returnPath)}")}";

    public string Connect(string provider) => $"{SignIn}/with/{provider}?connect=true";

    /// <summary>A State's desk; of somebody who has several, the list of them.</summary>
    public string Manage => $"/{language.Tag}/manage";

    /// <summary>The Secretariat's desk.</summary>
    public string Review => $"/{language.Tag}/review";

    /// <summary>Where somebody goes on after signing in: the desk they work at, else their account.</summary>
    public string Start(Account account) =>
        Mandate.Allows(account, Permission.Decide) ? Review : Mandate.Allows(account, Permission.SeeDesk, account.StateCode) ? Manage : Account;

    /// <summary>Where a reader reports an error in a line.</summary>
    public string Report(string line) => $"/{language.Tag}/report?line={line}";

    /// <summary>Where a reader sees what became of a report.</summary>
    public string Receipt(string receipt) => $"/{language.Tag}/report/{receipt}";

    /// <summary>The reports of readers, at a State's desk.</summary>
    public string ReportsOf(string state) => $"{Manage}/{state}/reports";

    /// <summary>The reports of readers, at the Secretariat's desk.</summary>
    public string Reports => $"{Review}/reports";

    /// <summary>The form for a record at a State's desk.</summary>
    public string Edit(string state, string record) => $"{Manage}/{state}/edit/{record}";

    public string Service => $"{Data}/";

    public string Metadata => $"{Data}/$metadata";

    public string OpenApi => OpenApiEndpoints.Document;

    public string TryOut => OpenApiEndpoints.Page;

    public string State(string code) => $"{States}/{code}";

    /// <summary>A State's profile, at a function when one is given.</summary>
    public string State(string code, Function? function) =>
        function is { } at ? $"{State(code)}#{Codes.Functions.CodeOf(at)}" : State(code);

    public string StatesWith(Function function) => $"{States}?function={Codes.Functions.CodeOf(function)}";

    public string Authority(string id) => $"/{language.Tag}/authorities/{id}";

    public string SearchFor(string text) => $"{Search}?q={Uri.EscapeDataString(text)}";

    /// <summary>The finder with a question, as a link that can be shared.</summary>
    public string FindFor(string from, string to, Need? need, Manner how) =>
        $"{Find}?from={Uri.EscapeDataString(from)}&to={Uri.EscapeDataString(to)}{(need is { } wanted ? $"&need={Codes.Needs.CodeOf(wanted)}" : "")}&how={how.Code}";

    /// <summary>The finder with the other State filled in.</summary>
    public string FindTo(string code) => $"{Find}?to={code}";

    public string FindData(CounterpartQuestion asked) => 
        $"{Data}/FindCounterpart(requestingState={Literal(asked.RequestingState)},requestedState={Literal(asked.RequestedState)},need=UncacDirectory.Need'{asked.Need}',urgent={(asked.Urgent ? "true" : "false")},formal={(asked.Formal ? "true" : "false")})";

    public string HomeData => $"{Data}/Directory";

    public string StatesData(StateFilter filter) => Query($"{Data}/States?$orderby=Name/En{filter.DataFilter("&$filter=")}");

    public string StateData(string code) => $"{Data}/States('{code}')?$expand=Authorities,Designations,Memberships,Notices";

    public string AuthorityData(string id) => $"{Data}/Authorities('{id}')?$expand=State,Designations,ContactPoints,Memberships,CurrentNotices";

    public string GlobeData => Query($"{Data}/Memberships?$filter=Network eq 'globe'&$expand=State,Authority");

    public string CoverageData => $"{Data}/CoverageFigures";

    public string SearchData(string text) => Query($"{Data}/Authorities?$search={Phrase(text)}");

    /// <summary>A text as OData writes it in an address.</summary>
    internal static string Literal(string text) => $"'{Uri.EscapeDataString(text.Replace("'", "''", StringComparison.Ordinal))}'";

    /// <summary>A text as OData searches for it whole: between quotation marks, with a backslash before those within.</summary>
    private static string Phrase(string text) =>
        $"\"{Uri.EscapeDataString(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))}\"";

    private static string Query(string readable) => readable.Replace(" ", "%20", StringComparison.Ordinal);
}
