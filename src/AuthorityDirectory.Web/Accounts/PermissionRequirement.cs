using AuthorityDirectory.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace AuthorityDirectory.Web.Accounts;

/// <summary>That the caller has a permission, for the State in the address where there is one.</summary>
public sealed record PermissionRequirement(Permission Permission) : IAuthorizationRequirement;

/// <summary>Asks the one table.</summary>
public sealed class PermissionHandler(Caller caller, IHttpContextAccessor http) : AuthorizationHandler<PermissionRequirement>
{
    /// <inheritdoc/>
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (caller.May(requirement.Permission, http.HttpContext?.GetRouteValue("state") as string))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
