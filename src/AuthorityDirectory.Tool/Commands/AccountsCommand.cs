using System.CommandLine;
using System.Security.Cryptography;
using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Tool.Commands;

/// <summary><c>directory accounts add</c>: an account for somebody who then signs in with a link.</summary>
internal static class AccountsCommand
{
    private const int IdBytes = 8;

    private static readonly Argument<string> Email = new("email") { Description = "The address to which their links go." };

    private static readonly Option<string> Role = new Option<string>("--role") { Description = "In which role.", HelpName = string.Join('|', Roles()), Required = true }.AcceptOnlyFromAmong(Roles());

    private static readonly Option<string> State = new("--state") { Description = "Of which State, for a focal point or practitioner: a code such as AT." };

    private static readonly Option<string> Name = new("--name") { Description = "The name that letters use." };

    public static Command Create() => new("accounts", "Look after who may sign in.")
    {
        new Command("add", "Give somebody an account, such as the first administrator, who then invites the others. No letter is sent.") { Email, Role, State, Name }.Does(null, AddAsync),
    };

    private static async Task<Report> AddAsync(ParseResult parsed, CancellationToken stop)
    {
        var account = new Account
        {
            Id = $"a-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes))}",
            Role = Codes.ActorRoles.Parse(parsed.GetRequiredValue(Role))!.Value,
            StateCode = parsed.GetValue(State),
            Name = parsed.GetValue(Name),
            Email = parsed.GetRequiredValue(Email),
        };
        await using var store = Store.Of(parsed);
        using var writing = await Writing.BeginAsync(store, stop);
        var outcome = Writing.Require(await writing.Writer.WriteAsync(snapshot => AccountRules.Invite(snapshot, null, account), cancellationToken: stop));
        return new(
            $"{account.Email!.Trim()} may sign in from entry {outcome.Position} on: at /en/sign-in of the directory, with a link that goes to this address.",
            new() { ["account"] = account.Id, ["position"] = outcome.Position });
    }

    private static string[] Roles() => [.. Codes.ActorRoles.Codes.Where(code => Codes.ActorRoles.Parse(code) != ActorRole.System)];
}
