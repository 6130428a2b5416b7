using AuthorityDirectory.Accounts;
using AuthorityDirectory.Updates.Lines;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Accounts.Tokens;
using AuthorityDirectory.Web.Pages.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace AuthorityDirectory.Web.Pages.OwnAccount;

/// <summary>Makes tokens for systems, shows each once, and takes them back.</summary>
[Authorize(nameof(Permission.MakeTokens))]
public sealed class TokensModel(Caller caller, AccessTokens tokens, TimeProvider time, DirectoryLinks links, Texts texts) : FormPage(texts)
{
    private readonly Texts _texts = texts;

    /// <summary>For how many days a token can be had.</summary>
    public static IReadOnlyList<int> Choices { get; } = [30, 90, 180, AccessTokens.LongestDays];

    /// <summary>What the token is to be called.</summary>
    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    /// <summary>What it is to be allowed.</summary>
    [BindProperty(Name = "scope")]
    public TokenScope Scope { get; set; }

    /// <summary>For how many days.</summary>
    [BindProperty(Name = "days")]
    public int Days { get; set; } = 90;

    /// <summary>Names the token that the form makes: sent twice, it makes one.</summary>
    [BindProperty(Name = "form")]
    public string Form { get; set; } = "";

    /// <summary>The text of the token that was made now; null when none was.</summary>
    public string? Made { get; private set; }

    /// <summary>The caller's tokens, newest first.</summary>
    public IReadOnlyList<AccessToken> Tokens { get; private set; } = [];

    public bool IsOver(AccessToken token) => token.ExpiresAt <= time.GetUtcNow();

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => CarryOutAsync(async () =>
    {
        await ListAsync(cancellationToken);
        return Page();
    });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => CarryOutAsync(async () =>
    {
        await ListAsync(cancellationToken, Form);
        if (FaultInForm() is var (field, text))
        {
            Fault(field, text);
            return Again();
        }

        Made = await tokens.MakeAsync(caller.Account!.Id, Form, WrittenForms.Tidy(Name!), Scope, Days, cancellationToken);
        if (Made is null)
        {
            Fault(null, _texts["Account.TokenTwice"]);
            return Again(StatusCodes.Status409Conflict);
        }

        Name = null;
        await ListAsync(cancellationToken);
        return Page();
    });

    public Task<IActionResult> OnPostRevokeAsync(string id, CancellationToken cancellationToken) => CarryOutAsync(async () =>
    {
        var own = (await tokens.ListAsync(caller.Account!.Id, cancellationToken)).FirstOrDefault(token => token.Id == id);
        await (own is null ? Task.CompletedTask : tokens.RevokeAsync(own.Id, cancellationToken));
        return Redirect(links.Tokens);
    });

    private async Task ListAsync(CancellationToken cancellationToken, string? form = null)
    {
        Tokens = await tokens.ListAsync(caller.Account!.Id, cancellationToken);
        Form = form ?? Secret.NewId();
    }

    private (string? Field, string Text)? FaultInForm() =>
        !ModelState.IsValid || !Enum.IsDefined(Scope) || !Choices.Contains(Days) || Form.Length != 16 || !Form.All(char.IsAsciiHexDigitLower) ? (null, _texts["Account.FormFault"])
        : string.IsNullOrWhiteSpace(Name) || Name.Length > AccessTokens.LongestName || Name.Any(WrittenForms.IsForbidden) || !WrittenForms.IsUnicode(Name) ? ("name", _texts["Account.TokenNameFault", AccessTokens.LongestName])
        : Tokens.Count >= AccessTokens.Most ? (null, _texts["Account.TokensMost", AccessTokens.Most])
        : null;
}
