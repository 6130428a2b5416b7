using System.Text.Json;
using AuthorityDirectory.Web.Api;
using Microsoft.AspNetCore.Authentication;

namespace AuthorityDirectory.Web.Accounts.Tokens;

/// <summary>Why what somebody sent as a token opens nothing.</summary>
public enum TokenFault
{
    /// <summary>It is none that was made, or it was taken back, or its account is closed.</summary>
    Unknown,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It is something else than a token.</summary>
    NotBearer,

    /// <summary>Whether it is good is not known now.</summary>
    StoreIsAway,
}

/// <summary>Carries a fault through the framework's result.</summary>
internal sealed class TokenException(TokenFault fault) : Exception(fault.ToString())
{
    public TokenFault Fault => fault;
}

/// <summary>Tells a system that its token is not good, in OData's form: it must not take what the public sees for what it may see.</summary>
internal static class TokenRefusals
{
    private const string AskAgain = "10";

    private static readonly Dictionary<TokenFault, string> Messages = new()
    {
        [TokenFault.Unknown] = "This token is not known, or was taken back: make another under Account, or leave the header Authorization out.",
        [TokenFault.Expired] = "This token has expired: make another under Account.",
        [TokenFault.NotBearer] = "The API takes tokens only, as Authorization: Bearer and the token; for what is public, leave the header out.",
        [TokenFault.StoreIsAway] = "Whether the token is good cannot be said now, because the store does not answer: send the same request again.",
    };

    /// <summary>Answers 401 where a token was sent that is not good, and 503 where that cannot be known.</summary>
    public static IApplicationBuilder UseTokenRefusals(this IApplicationBuilder application) =>
        application.UseWhen(context => context.Request.Path.StartsWithSegments(DirectoryApi.Root), api => api.Use(async (context, next) =>
            await ((await context.AuthenticateAsync(SigningIn.Bearer)).Failure is TokenException refusal ? RefuseAsync(context.Response, refusal.Fault) : next(context))));

    private static Task RefuseAsync(HttpResponse response, TokenFault fault)
    {
        var isAway = fault == TokenFault.StoreIsAway;
        response.StatusCode = isAway ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status401Unauthorized;
        response.Headers["OData-Version"] = "4.0";
        response.ContentType = "application/json";
        if (isAway)
        {
            response.Headers.RetryAfter = AskAgain;
        }
        else
        {
            response.Headers.WWWAuthenticate = fault == TokenFault.NotBearer ? "Bearer" : $"Bearer error=\"invalid_token\", error_description=\"{Messages[fault]}\"";
        }

        return response.WriteAsync(JsonSerializer.Serialize(new { error = new { code = isAway ? "StoreUnavailable" : "InvalidToken", message = Messages[fault] } }));
    }
}
