using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Primitives;

namespace AuthorityDirectory.Web.Pages.Errors;

/// <summary>What somebody typed into a form that could not be taken, because the session was over or the store away: held in the answer, so that nothing typed is lost and nothing is kept.</summary>
/// <remarks>
/// Only what a page of this directory sent is held, so that nobody is made to send again what another site wrote. The token of the form comes along: it is of the account,
/// and good again once the same account has signed in. Where somebody is signed in and the token is not good, theirs takes its place.
/// </remarks>
/// <param name="Action">Where it is sent again.</param>
/// <param name="Fields">Every value; of files nothing.</param>
/// <param name="HadFiles">Whether files must be chosen again.</param>
public sealed record HeldForm(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields, bool HadFiles)
{
    private const string Token = "__RequestVerificationToken";

    /// <summary>What a request holds that failed; null when it is none to be sent again.</summary>
    public static async Task<HeldForm?> OfAsync(HttpContext context)
    {
        var (request, failed) = (context.Request, context.Features.Get<IStatusCodeReExecuteFeature>());
        if (failed is null || !HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !IsOwn(request))
        {
            return null;
        }

        try
        {
            var form = await request.ReadFormAsync(context.RequestAborted);
            return new(failed.OriginalPath + failed.OriginalQueryString, [.. form.SelectMany(Values).Select(field => Renewed(field, context))], form.Files.Count > 0);
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            return null;
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(KeyValuePair<string, StringValues> field) =>
        field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? ""));

    private static KeyValuePair<string, string> Renewed(KeyValuePair<string, string> field, HttpContext context) =>
        field.Key == Token && context.User.Identity?.IsAuthenticated == true
            ? KeyValuePair.Create(Token, context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken ?? "")
            : field;

    private static bool IsOwn(HttpRequest request) => request.Headers.Origin == $"{request.Scheme}://{request.Host}";
}
