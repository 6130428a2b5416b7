using System.Text.Encodings.Web;
using System.Text.Unicode;
using AuthorityDirectory.Accounts;
using AuthorityDirectory.Web.Requests;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.WebEncoders;

namespace AuthorityDirectory.Web.Pages;

/// <summary>Registers and maps the pages.</summary>
public static class DirectoryPages
{
    /// <summary>Where something is written: by forms, which carry a token against requests from other sites.</summary>
    private static readonly string[] Writing = ["sign-in", "account", "manage", "review", "report", "confirm"];

    /// <summary>Pages are read, but for those where something is written; only the error page answers for requests of any kind.</summary>
    private static readonly HttpMethodMetadata OnlyReading = new([HttpMethods.Get, HttpMethods.Head]);

    /// <summary>Adds the pages; <see cref="CurrentView"/> is registered by the application.</summary>
    public static IServiceCollection AddDirectoryPages(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<SiteOptions>(configuration.GetSection("Site"));
        services.Configure<RouteOptions>(options => options.ConstraintMap["language"] = typeof(LanguageConstraint));
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        // A form for an authority with many lines has more fields than the framework takes otherwise; what a body may hold in all is limited by its size.
        services.Configure<FormOptions>(options => options.ValueCountLimit = 20_000);
        services.AddHttpContextAccessor();
        services.AddScoped(provider => LanguageOf(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!));
        services.AddScoped<Texts>().AddScoped<DirectoryLinks>().AddScoped<CultureFilter>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "directory-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddRazorPages(options =>
        {
            options.Conventions.AuthorizeFolder("/Manage", nameof(Permission.SeeDesk)).AllowAnonymousToPage("/Manage/Index");
            options.Conventions.AuthorizeFolder("/Review", nameof(Permission.Decide));
            options.Conventions.AuthorizeFolder("/Office", nameof(Permission.ManageStateAccounts));
            options.Conventions.AuthorizeFolder("/Audit", nameof(Permission.Audit));
            options.Conventions.AuthorizeFolder("/OwnAccount", nameof(Permission.HandOver));
        }).AddMvcOptions(options =>
        {
            options.Filters.AddService<CultureFilter>();
            options.Filters.Add<UnavailableFilter>();
        });
        return services.AddRequests(configuration);
    }

    /// <summary>Gives errors without a body a page, and serves stylesheet and icon.</summary>
    public static WebApplication UseDirectoryPages(this WebApplication application)
    {
        application.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error/500", CreateScopeForErrors = true });
        application.UseStatusCodePagesWithReExecute("/error/{0}");
        application.UseStaticFiles();
        return application;
    }

    /// <summary>Maps the pages, and <c>/</c> to the home page in the language of the browser.</summary>
    public static WebApplication MapDirectoryPages(this WebApplication application)
    {
        application.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], (HttpContext context) =>
        {
            context.Response.Headers.Vary = "Accept-Language";
            return Results.Redirect(new DirectoryLinks(PageLanguage.Preferred(context.Request)).Home);
        }).ExcludeFromDescription();
        application.MapRazorPages().Add(endpoint =>
        {
            if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } route } && !route.StartsWith("error", StringComparison.Ordinal) && !Writing.Contains(route.Split('/').ElementAtOrDefault(1)))
            {
                endpoint.Metadata.Add(OnlyReading);
            }
        });
        return application;
    }

    private static PageLanguage LanguageOf(HttpContext context) =>
        PageLanguage.Find(context.GetRouteValue("language") as string)
        ?? PageLanguage.Find(FailedPath(context)?.Split('/').ElementAtOrDefault(1))
        ?? PageLanguage.Preferred(context.Request);

    /// <summary>The path that was asked for before the error page took over; null when none did.</summary>
    internal static string? FailedPath(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
        ?? context.Features.Get<IExceptionHandlerPathFeature>()?.Path;
}
