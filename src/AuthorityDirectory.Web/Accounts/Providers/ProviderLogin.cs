using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Hosting;
using AuthorityDirectory.Web.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace AuthorityDirectory.Web.Accounts.Providers;

/// <summary>What happens when a provider sends somebody back: who is bound to the login is signed in, and who asked to connect it is asked whether to.</summary>
/// <remarks>A login opens the account that was bound to it by somebody signed in to that account, and no other: an address that a provider vouches for opens nothing, because not every provider checks what people type there.</remarks>
public static class ProviderLogin
{
    /// <summary>Keeps a login for the minutes between the provider and the question.</summary>
    public const string Pending = "PendingLogin";

    /// <summary>The claim that shows the person which login it is.</summary>
    public const string ShownClaim = "shown";

    private const string LanguageItem = "language";

    private const string AccountItem = "account";

    /// <summary>What goes with somebody to the provider and back.</summary>
    /// <param name="language">The language of the pages.</param>
    /// <param name="returnPath">Where to go on; null for what is next.</param>
    /// <param name="connects">The account to which the login is to be connected; null to sign in.</param>
    public static AuthenticationProperties Properties(PageLanguage language, string? returnPath, Account? connects)
    {
        var properties = new AuthenticationProperties { RedirectUri = returnPath ?? "" };
        properties.Items[LanguageItem] = language.Tag;
        if (connects is not null)
        {
            properties.Items[AccountItem] = connects.Id;
        }

        return properties;
    }

    /// <summary>The account that a kept login is to be connected to.</summary>
    public static string? AccountOf(AuthenticateResult pending) => pending.Properties?.Items.TryGetValue(AccountItem, out var id) == true ? id : null;

    /// <summary>A login as accounts are bound to it.</summary>
    public static Login? LoginOf(ClaimsPrincipal? principal) =>
        principal?.FindFirst(ClaimTypes.NameIdentifier) is { } subject ? new(subject.Issuer, subject.Value) : null;

    internal static void Set(OAuthOptions options, LoginProvider provider)
    {
        options.AuthorizationEndpoint = provider.AuthorizationEndpoint.AbsoluteUri;
        options.TokenEndpoint = provider.TokenEndpoint.AbsoluteUri;
        options.UserInformationEndpoint = provider.UserInformationEndpoint.AbsoluteUri;
        (options.ClientId, options.ClientSecret) = (provider.ClientId, provider.ClientSecret);
        options.CallbackPath = $"/sign-in/back/{provider.Key}";
        options.SignInScheme = Pending;
        options.UsePkce = true;
        options.Scope.Clear();
        provider.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList().ForEach(options.Scope.Add);
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Events.OnCreatingTicket = context => AskAsync(context, provider);
        options.Events.OnTicketReceived = EndAsync;
        options.Events.OnRemoteFailure = context => FailAsync(context, provider);
    }

    /// <summary>Asks the provider who the token is of.</summary>
    private static async Task AskAsync(OAuthCreatingTicketContext context, LoginProvider provider)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, provider.UserInformationEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", context.AccessToken);
        request.Headers.Accept.Add(new("application/json"));
        using var response = await context.Backchannel.SendAsync(request, context.HttpContext.RequestAborted);
        response.EnsureSuccessStatusCode();
        using var person = JsonDocument.Parse(await response.Content.ReadAsStringAsync(context.HttpContext.RequestAborted));
        var subject = Text(person.RootElement, provider.SubjectClaim) ?? throw new JsonException($"The answer of {provider.Name} has no {provider.SubjectClaim}.");
        context.Identity!.AddClaim(new(ClaimTypes.NameIdentifier, subject, null, provider.Issuer));
        context.Identity.AddClaim(new(ShownClaim, Text(person.RootElement, provider.EmailClaim) ?? subject));
    }

    private static string? Text(JsonElement person, string member) =>
        person.ValueKind == JsonValueKind.Object && person.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number && value.ToString() is { Length: > 0 } text ? text : null;

    private static async Task EndAsync(TicketReceivedContext context)
    {
        var links = LinksOf(context.Properties);
        if (AccountOf(AuthenticateResult.Success(new(context.Principal!, context.Properties, Pending))) is not null)
        {
            context.ReturnUri = links.Login;
            return;
        }

        context.HandleResponse();
        if (LoginOf(context.Principal) is { } login && context.HttpContext.RequestServices.GetRequiredService<CurrentSnapshot>().Value.Register.AccountWithLogin(login) is { } account)
        {
            await context.HttpContext.BeginSessionAsync(account);
            context.Response.Redirect(ReturnPath.Parse(context.ReturnUri) ?? links.Start(account));
        }
        else
        {
            context.Response.Redirect($"{links.SignIn}?notice=unknown-login");
        }
    }

    private static Task FailAsync(RemoteFailureContext context, LoginProvider provider)
    {
        context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProviderLogin)).ProviderFailed(provider.Name, Reason(context.Failure));
        context.HandleResponse();
        context.Response.Redirect($"{LinksOf(context.Properties).SignIn}?notice=provider");
        return Task.CompletedTask;
    }

    /// <summary>Without what the provider answered, which may hold a token.</summary>
    private static string Reason(Exception? failure) => failure?.Message.Split(';', '\n')[0] ?? "";

    private static DirectoryLinks LinksOf(AuthenticationProperties? properties) =>
        new(PageLanguage.Find(properties?.Items.TryGetValue(LanguageItem, out var tag) == true ? tag : null) ?? PageLanguage.Complete[0]);
}
