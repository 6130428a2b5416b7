using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Accounts;

/// <summary>Who may do and see what: the one table.</summary>
public static class Mandate
{
    private const ActorRole Practitioner = ActorRole.Practitioner;
    private const ActorRole FocalPoint = ActorRole.FocalPoint;
    private const ActorRole Secretariat = ActorRole.Secretariat;
    private const ActorRole Administrator = ActorRole.Administrator;

    /// <summary>For each act, the roles that may do it for their own State and those that may for every State. Those without a State, and acts that are about none, are in the second.</summary>
    private static readonly Dictionary<Permission, (ActorRole[] Own, ActorRole[] Every)> Table = new()
    {
        [Permission.SeeGovernment] = ([], [Practitioner, FocalPoint, Secretariat]),
        [Permission.SeeSecretariat] = ([], [Secretariat]),
        [Permission.SeeDesk] = ([FocalPoint], [Secretariat]),
        [Permission.Request] = ([FocalPoint], [Secretariat]),
        [Permission.Confirm] = ([FocalPoint], [Secretariat]),
        [Permission.Decide] = ([], [Secretariat]),
        [Permission.AnswerReports] = ([FocalPoint], [Secretariat]),
        [Permission.HandOver] = ([], [Practitioner, FocalPoint, Secretariat, Administrator]),
        [Permission.ManageStateAccounts] = ([], [Secretariat, Administrator]),
        [Permission.ManageOffice] = ([], [Administrator]),
        [Permission.Audit] = ([], [Secretariat, Administrator]),
        [Permission.MakeTokens] = ([], [Practitioner, FocalPoint, Secretariat]),
    };

    /// <summary>Whether an account may do something.</summary>
    /// <param name="account">The account; nobody, when null or closed, may do anything of this.</param>
    /// <param name="permission">What.</param>
    /// <param name="stateCode">The State it is about; null when it is about none, or about all.</param>
    public static bool Allows(Account? account, Permission permission, string? stateCode = null) =>
        account is not null && account.IsOpen()
        && (Table[permission].Every.Contains(account.Role) || (Table[permission].Own.Contains(account.Role) && stateCode is not null && account.StateCode == stateCode));

    /// <summary>What an account may see in pages and API.</summary>
    public static Audience AudienceOf(Account? account) =>
        Allows(account, Permission.SeeSecretariat) ? Audience.Secretariat : Allows(account, Permission.SeeGovernment) ? Audience.Government : Audience.Public;
}
