using Microsoft.AspNetCore.Authentication;

namespace AuthorityDirectory.Web.Accounts.Providers;

/// <summary>Registers the providers of logins.</summary>
public static class ProviderServices
{
    private static readonly TimeSpan Minutes = TimeSpan.FromMinutes(5);

    /// <summary>Adds a scheme for each provider of the configuration, and one that keeps a login until it is connected.</summary>
    /// <exception cref="Hosting.StartRefusedException">A setting is missing or wrong; the message names it.</exception>
    public static AuthenticationBuilder AddLoginProviders(this AuthenticationBuilder builder, IConfiguration configuration)
    {
        var providers = LoginProviders.Read(configuration);
        builder.Services.AddSingleton(providers);
        builder.AddCookie(ProviderLogin.Pending, options =>
        {
            options.Cookie.Name = "directory-login";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = Minutes;
        });
        foreach (var provider in providers.All)
        {
            builder.AddOAuth(provider.Scheme, provider.Name, options => ProviderLogin.Set(options, provider));
        }

        return builder;
    }
}
