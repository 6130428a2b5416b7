using System.Security.Claims;
using AuthorityDirectory.Accounts;
using AuthorityDirectory.Records;
using AuthorityDirectory.Web.Accounts.Links;
using AuthorityDirectory.Web.Accounts.Providers;
using AuthorityDirectory.Web.Accounts.Tokens;
using AuthorityDirectory.Web.Api;
using AuthorityDirectory.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace AuthorityDirectory.Web.Accounts;

/// <summary>Registers who a caller is and what each folder of pages asks of them.</summary>
public static class SigningIn
{
    /// <summary>The scheme of people with a browser.</summary>
    public const string Cookie = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>The scheme of systems.</summary>
    public const string Bearer = "Bearer";

    /// <summary>Asks the one or the other: under <c>/odata</c> a cookie is worth nothing, elsewhere a token.</summary>
    private const string ByPath = "ByPath";

    /// <summary>The scheme that begins sessions. It reads no cookie, so that nobody goes on with a session that another began in this browser; the one that reads renews the session it finds.</summary>
    private const string NewCookie = "NewCookie";

    /// <summary>Adds sessions, tokens and permissions.</summary>
    public static IServiceCollection AddSigningIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<Caller>().AddSingleton<WorkStoreSessions>().AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddSingleton<FirstAdministrator>();
        services.AddSingleton<AccessTokens>().AddSingleton<OneTimeLinks>().AddSingleton<Quota>().AddSingleton<LetterAddress>().AddSingleton<AccountLetters>().AddSingleton<Invitations>().AddSingleton<AddressChanges>();
        services.AddSingleton<SignInLetters>().AddSingleton<SignInRequests>().AddHostedService(provider => provider.GetRequiredService<SignInRequests>());
        services.AddAuthentication(ByPath)
            .AddPolicyScheme(ByPath, null, options => options.ForwardDefaultSelector = context => context.Request.Path.StartsWithSegments(DirectoryApi.Root) ? Bearer : Cookie)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(Bearer, null)
            .AddCookie(Cookie).AddCookie(NewCookie)
            .AddLoginProviders(configuration);
        services.AddOptions<CookieAuthenticationOptions>(NewCookie).Configure<IServiceProvider, WorkStoreSessions, TimeProvider>((options, provider, sessions, time) =>
        {
            SetSession(options, sessions, time);
            options.TicketDataFormat = provider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Cookie).TicketDataFormat;
            options.CookieManager = new UnreadCookies();
        });
        services.AddOptions<CookieAuthenticationOptions>(Cookie).Configure<WorkStoreSessions, TimeProvider>((options, sessions, time) =>
        {
            SetSession(options, sessions, time);
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

    private static void SetSession(CookieAuthenticationOptions options, WorkStoreSessions sessions, TimeProvider time)
    {
        options.SessionStore = sessions;
        options.TimeProvider = time;
        options.ExpireTimeSpan = WorkStoreSessions.Idle;
        options.SlidingExpiration = true;
        options.Cookie.Name = "directory-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
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
    public static async Task BeginSessionAsync(this HttpContext context, Account account)
    {
        await context.SignOutAsync(Cookie);
        var identity = new ClaimsIdentity([new(Caller.AccountClaim, account.Id), new(ClaimTypes.Name, account.Id)], Cookie);
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        await context.SignInAsync(NewCookie, new ClaimsPrincipal(identity), WorkStoreSessions.Properties(context.Request, now));
    }

    /// <summary>Ends the session of this browser.</summary>
    public static Task EndSessionAsync(this HttpContext context) => context.SignOutAsync(Cookie);

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
