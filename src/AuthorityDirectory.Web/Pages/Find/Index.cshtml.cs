using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Finder;
using AuthorityDirectory.Records;
using AuthorityDirectory.Web.Pages.States;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Find;

/// <summary>From one State to another: whom to ask, by which way, and why.</summary>
public sealed class FindModel(CurrentView current, DirectoryLinks links, PageLanguage language) : PageModel
{
    /// <summary>The State that asks.</summary>
    public StateField From { get; private set; } = null!;

    /// <summary>The State that is asked.</summary>
    public StateField To { get; private set; } = null!;

    /// <summary>What is needed; null while nothing was chosen.</summary>
    public Need? Wanted { get; private set; }

    /// <summary>How it is asked for.</summary>
    public Manner How { get; private set; } = Manner.All[0];

    /// <summary>Whether a form was sent, so that what is missing in it is a problem.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>The answer; null while something is missing.</summary>
    public CounterpartAnswer? Answer { get; private set; }

    /// <summary>The States to choose from.</summary>
    public IReadOnlyList<State> States => [.. current.View.States.Select(entry => entry.Record).InOrder(language)];

    public IActionResult OnGet(string? from, string? to, string? need, string? how)
    {
        var (wanted, manner) = (Codes.Needs.Parse(need), Manner.Find(how));
        if ((need is not null && wanted is null) || manner is null || SearchText.IsTooLong(from) || SearchText.IsTooLong(to))
        {
            return BadRequest();
        }

        (From, To) = (StateField.Of("from", from, current.View), StateField.Of("to", to, current.View));
        (Wanted, How, IsAsked) = (wanted, manner.For(wanted), Request.Query.ContainsKey("from") && Request.Query.ContainsKey("to"));
        return Whole() is not { } question ? Page()
            : (from, to, how) == (question.RequestingState, question.RequestedState, How.Code) ? Shown(question)
            : Redirect(Link(question.RequestingState, question.RequestedState));
    }

    /// <summary>The address of the answer as the world knows it, for paper.</summary>
    public string PermanentLink => UriHelper.GetEncodedUrl(Request);

    /// <summary>Where a State leads that was chosen from several.</summary>
    public string LinkWith(StateField field, string code) =>
        field == From ? Link(code, To.State?.Record.Code ?? To.Typed ?? "") : Link(From.State?.Record.Code ?? From.Typed ?? "", code);

    private PageResult Shown(CounterpartQuestion question)
    {
        Answer = Counterpart.Find(current.View, question);
        return Page();
    }

    private CounterpartQuestion? Whole() => From.State is { } own && To.State is { } other && Wanted is { } need
        ? new(own.Record.Code, other.Record.Code, need, How.Urgent, How.Formal)
        : null;

    private string Link(string from, string to) => links.FindFor(from, to, Wanted, How);
}
