using AuthorityDirectory.Accounts;
using AuthorityDirectory.OData.Writing;
using AuthorityDirectory.Web.Accounts;

namespace AuthorityDirectory.Web.Api.Writing;

/// <summary>Who may ask for a write at all, told before anything of it is read; the rules ask again, about the State it is about.</summary>
internal static class Permits
{
    /// <summary>Lets pass whoever may do something for some State, with a token that covers it.</summary>
    public static Func<HttpContext, ValueTask<Refusal?>> Whoever(Permission permission) =>
        http => ValueTask.FromResult(Refused(http.RequestServices.GetRequiredService<Caller>(), permission));

    private static Refusal? Refused(Caller caller, Permission permission) => caller switch
    {
        { Account: null } => Refusal.Unauthorized("Send the header Authorization with Bearer and a token; a focal point makes one under Account."),
        { Scope: { } scope } when !scope.Covers(permission) => Refusal.Forbidden($"This token has the scope {scope} and only reads: make one with the scope {TokenScope.Write} under Account."),
        _ => caller.May(permission, caller.Account.StateCode) ? null : Refusal.Forbidden("Your account may not do this."),
    };
}
