using System.Security.Claims;
using AuthorityDirectory.Accounts;
using AuthorityDirectory.Records;
using AuthorityDirectory.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace AuthorityDirectory.Web.Accounts;

/// <summary>Registers who a caller is and what each folder of pages asks of them.</summary>
public static class SigningIn
{
    /// <summary>The scheme of people with a browser.</summary>
    public const string Cookie = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>Adds sessions and permissions.</summary>
    public static IServiceCollection AddSigningIn(this IServiceCollection services)
    {
        services.AddScoped<Caller>().AddSingleton<WorkStoreSessions>().AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddAuthentication(Cookie).AddCookie();
        services.AddOptions<CookieAuthenticationOptions>(Cookie).Configure<WorkStoreSessions, TimeProvider>((options, sessions, time) =>
        {
            options.SessionStore = sessions;
            options.TimeProvider = time;
            options.ExpireTimeSpan = WorkStoreSessions.Idle;
            options.SlidingExpiration = true;
            options.Cookie.Name = "directory-session";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Events.OnRedirectToLogin = SignIn;
            options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
        });
        services.AddAuthorization(options =>
        {
            foreach (var permission in Enum.GetValues<Permission>())
            {
                options.AddPolicy(permission.ToString(), policy => policy.RequireClaim(Caller.AccountClaim).AddRequirements(new PermissionRequirement(permission)));
            }
        });
        return services;
    }

    /// <summary>Who requests come from, before anything asks.</summary>
    public static IApplicationBuilder UseSigningIn(this IApplicationBuilder application) =>
        application.UseAuthentication().Use((context, next) =>
        {
            if (context.User.Identity?.IsAuthenticated == true && !context.Request.Path.StartsWithSegments(DirectoryApi.Root))
            {
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers.CacheControl = "private, no-store";
                    return Task.CompletedTask;
                });
            }

            return next(context);
        });

    /// <summary>Begins a session of an account in this browser; the name of the session is new, whatever the browser sent.</summary>
    public static Task BeginSessionAsync(this HttpContext context, Account account)
    {
        var identity = new ClaimsIdentity([new(Caller.AccountClaim, account.Id), new(ClaimTypes.Name, account.Id)], Cookie);
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return context.SignInAsync(Cookie, new ClaimsPrincipal(identity), WorkStoreSessions.Properties(context.Request, now));
    }

    private static Task SignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.HttpContext.Items.ContainsKey(WorkStoreSessions.StoreIsAway))
        {
            context.Response.Headers.RetryAfter = "10";
            return Answer(context, StatusCodes.Status503ServiceUnavailable);
        }

        if (!HttpMethods.IsGet(context.Request.Method))
        {
            return Answer(context, StatusCodes.Status401Unauthorized);
        }

        var language = context.Request.RouteValues["language"] as string ?? "en";
        context.Response.Redirect($"/{language}/sign-in?return={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
        return Task.CompletedTask;
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
