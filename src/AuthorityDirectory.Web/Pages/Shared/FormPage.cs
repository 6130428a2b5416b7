using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Shared;

/// <summary>What is wrong with a form.</summary>
/// <param name="Field">The id of the field; null when it is about none.</param>
/// <param name="Text">What to do, in the words of the page.</param>
public sealed record FormFault(string? Field, string Text);

/// <summary>A page with a form that comes back with what was typed and what is wrong with it.</summary>
public abstract class FormPage(Texts texts) : PageModel
{
    private const string AskAgain = "10";

    private readonly List<FormFault> _faults = [];

    /// <summary>What is wrong; empty when nothing is.</summary>
    public IReadOnlyList<FormFault> Faults => _faults;

    /// <summary>What is wrong with one field; null when nothing is.</summary>
    public string? FaultOf(string field) => _faults.FirstOrDefault(fault => fault.Field == field)?.Text;

    /// <summary>Notes what is wrong with a field; null for the whole form.</summary>
    protected void Fault(string? field, string text) => _faults.Add(new(field, text));

    /// <summary>The page again, with what was typed.</summary>
    protected IActionResult Again(int status = StatusCodes.Status400BadRequest)
    {
        Response.StatusCode = status;
        return Page();
    }

    /// <summary>Carries something out; when the store does not answer, the page comes back and says so.</summary>
    protected async Task<IActionResult> CarryOutAsync(Func<Task<IActionResult>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception error) when (error is LedgerUnavailableException or StorageRefusedException)
        {
            Response.Headers.RetryAfter = AskAgain;
            Fault(null, texts["Account.StoreAway"]);
            return Again(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
