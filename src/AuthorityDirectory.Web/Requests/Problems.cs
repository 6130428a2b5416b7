using System.Globalization;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Updates.Lines;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Requests;

/// <summary>Why what somebody asked for was not done, for the head of the page that asks again: the one place where refusals become status codes and sentences.</summary>
public sealed class Problems
{
    private const int RetryAfterSeconds = 10;

    private readonly List<Problem> _all = [];

    /// <summary>Each in a sentence; empty while nothing is wrong.</summary>
    public IReadOnlyList<Problem> All => _all;

    /// <summary>The status of the answer.</summary>
    public int Status { get; private set; } = StatusCodes.Status200OK;

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => _all.Count > 0;

    /// <summary>Adds something that whoever asks can mend.</summary>
    /// <param name="sentence">What is wrong and what to do.</param>
    /// <param name="anchor">The id of the element to go to; null when it is none in particular.</param>
    /// <param name="status">The status that it makes the answer, unless it has one already.</param>
    public void Add(string sentence, string? anchor = null, int status = StatusCodes.Status400BadRequest)
    {
        Status = Status == StatusCodes.Status200OK ? status : Status;
        _all.Add(new(sentence, anchor));
    }

    /// <summary>Adds what is wrong with the fields of a refusal, else its message.</summary>
    /// <param name="outcome">What was not written.</param>
    /// <param name="sentence">Says what is wrong with a field.</param>
    /// <param name="anchor">The id of the element that a fault is about.</param>
    public void Add(WriteOutcome outcome, Func<FieldFault, string> sentence, Func<FieldFault, string?>? anchor = null)
    {
        var status = StatusOf(outcome);
        Add(outcome.Refusal?.Message ?? outcome.Reason ?? "", null, status);
        foreach (var fault in outcome.Refusal?.Faults ?? [])
        {
            Add(sentence(fault), anchor?.Invoke(fault), status);
        }
    }

    /// <summary>The page again, with the status and all that was typed.</summary>
    public PageResult Page(PageModel page)
    {
        page.Response.StatusCode = Status;
        if (Status == StatusCodes.Status503ServiceUnavailable)
        {
            page.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        }

        return page.Page();
    }

    /// <summary>The status that an outcome makes the answer, of pages and API alike.</summary>
    public static int StatusOf(WriteOutcome outcome) => outcome switch
    {
        { IsWritten: true } => StatusCodes.Status200OK,
        { Result: WriteResult.Contended or WriteResult.ReadOnly } => StatusCodes.Status503ServiceUnavailable,
        { Refusal.Reason: RefusalReason.NotAllowed } => StatusCodes.Status403Forbidden,
        { Refusal.Reason: RefusalReason.NotFound } => StatusCodes.Status404NotFound,
        { Refusal.Reason: RefusalReason.Overtaken or RefusalReason.SecondPerson } => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };
}

/// <summary>Something that is wrong.</summary>
/// <param name="Sentence">What, and what to do.</param>
/// <param name="Anchor">The id of the element to go to; null when it is none in particular.</param>
public sealed record Problem(string Sentence, string? Anchor);
