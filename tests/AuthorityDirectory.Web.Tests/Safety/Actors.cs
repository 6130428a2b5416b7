using System.Net;
using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Web.Tests.Accounts.Tokens;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Safety;

/// <summary>Everybody who can come to the directory: people with a browser, and systems with a token. The State in question is Poland.</summary>
public static class Actors
{
    public const string Own = "PL";

    public const string Other = "FR";

    /// <summary>People, in the order of the columns of <c>pages.cases</c>.</summary>
    public static readonly string[] People = ["visitor", "practitioner", "own", "other", "secretariat", "administrator"];

    /// <summary>Systems, in the order of the columns of <c>operations.cases</c>; after the scope whose token it is.</summary>
    public static readonly string[] Systems =
    [
        "visitor", "Read practitioner", "Read own", "Read other", "Read secretariat", "Write practitioner", "Write own", "Write other", "Write secretariat", "Write administrator",
    ];

    /// <summary>A browser in which somebody signed in; a visitor's is empty.</summary>
    public static async Task<HttpClient> BrowserAsync(DirectoryHost host, string person) =>
        person == "visitor" ? Client(host) : await host.SignInAsync(await AccountAsync(host, person));

    /// <summary>A system that sends a token; a visitor's sends none.</summary>
    public static async Task<HttpClient> SystemAsync(DirectoryHost host, string system)
    {
        var client = Client(host);
        if (system.Split(' ') is [var scope, var person])
        {
            var token = await BearerTests.MakeAsync(host, await AccountAsync(host, person), Enum.Parse<TokenScope>(scope));
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        }

        return client;
    }

    public static Task<Account> AccountAsync(DirectoryHost host, string person) => person switch
    {
        "practitioner" => host.InviteAsync(ActorRole.Practitioner, Other),
        "own" => host.InviteAsync(ActorRole.FocalPoint, Own),
        "other" => host.InviteAsync(ActorRole.FocalPoint, Other),
        "secretariat" => host.InviteAsync(ActorRole.Secretariat),
        "administrator" => host.InviteAsync(ActorRole.Administrator),
        _ => throw new ArgumentOutOfRangeException(nameof(person), person, "Nobody is called so."),
    };

    private static HttpClient Client(DirectoryHost host) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = host.Address };
}
