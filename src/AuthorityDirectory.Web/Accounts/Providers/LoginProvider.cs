using AuthorityDirectory.Web.Hosting;

namespace AuthorityDirectory.Web.Accounts.Providers;

/// <summary>An institution's provider of logins (configuration section <c>Accounts:Providers</c>), by OAuth 2.0 with PKCE.</summary>
/// <param name="Key">Its place in addresses: its number, from 0.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Issuer">Who vouches for its logins.</param>
/// <param name="AuthorizationEndpoint">Where people sign in.</param>
/// <param name="TokenEndpoint">Where a code becomes a token.</param>
/// <param name="UserInformationEndpoint">What says who the token is of.</param>
/// <param name="ClientId">The directory, as the provider knows it.</param>
/// <param name="ClientSecret">How the directory proves it.</param>
/// <param name="Scope">What is asked for.</param>
/// <param name="SubjectClaim">Which member of the answer is the provider's own id of the person.</param>
/// <param name="EmailClaim">Which member is an address, shown to the person alone: it opens nothing.</param>
public sealed record LoginProvider(
    string Key, string Name, string Issuer, Uri AuthorizationEndpoint, Uri TokenEndpoint, Uri UserInformationEndpoint, string ClientId, string ClientSecret, string Scope, string SubjectClaim, string EmailClaim)
{
    /// <summary>The name of its scheme.</summary>
    public string Scheme => $"provider-{Key}";

    internal static LoginProvider Read(IConfigurationSection section)
    {
        var authorization = Endpoint(section, nameof(AuthorizationEndpoint));
        return new(
            section.Key, Required(section, nameof(Name)), section[nameof(Issuer)] ?? authorization.GetLeftPart(UriPartial.Authority), authorization,
            Endpoint(section, nameof(TokenEndpoint)), Endpoint(section, nameof(UserInformationEndpoint)), Required(section, nameof(ClientId)), Required(section, nameof(ClientSecret)),
            section[nameof(Scope)] ?? "openid email", section[nameof(SubjectClaim)] ?? "sub", section[nameof(EmailClaim)] ?? "email");
    }

    private static string Required(IConfigurationSection section, string setting) =>
        string.IsNullOrWhiteSpace(section[setting]) ? throw new StartRefusedException($"{section.Path}:{setting} is not set: a provider of logins needs it.") : section[setting]!;

    private static Uri Endpoint(IConfigurationSection section, string setting) =>
        Uri.TryCreate(Required(section, setting), UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)) && url.UserInfo.Length == 0
            ? url
            : throw new StartRefusedException($"{section.Path}:{setting} is \"{section[setting]}\". Allowed: an address that begins with https://.");

    /// <summary>Without the secret, for logs.</summary>
    public override string ToString() => Name;
}

/// <summary>The providers of this installation.</summary>
public sealed record LoginProviders(IReadOnlyList<LoginProvider> All)
{
    /// <summary>Reads the section.</summary>
    /// <exception cref="StartRefusedException">A setting is missing or wrong; the message names it.</exception>
    public static LoginProviders Read(IConfiguration configuration) => new([.. configuration.GetSection("Accounts:Providers").GetChildren().Select(LoginProvider.Read)]);

    /// <summary>The provider with this key; null when there is none.</summary>
    public LoginProvider? Find(string key) => All.FirstOrDefault(provider => provider.Key == key);
}
