using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates.Lines;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Reports;
using Microsoft.AspNetCore.Mvc;

namespace AuthorityDirectory.Web.Pages.Shared;

/// <summary>The reports of readers at a desk, and their answers.</summary>
public abstract class ReportsPage(ReportBook book, ReportLetters letters, Caller caller, CurrentSnapshot current, Texts texts) : FormPage(texts)
{
    /// <summary>The most letters of an answer.</summary>
    public const int MostOfAnswer = 500;

    private readonly Texts _texts = texts;

    /// <summary>The reports, those that wait longest first.</summary>
    public IReadOnlyList<ReaderReport> Reports { get; private set; } = [];

    public DateOnly Today => current.Value.Date;

    [BindProperty(Name = "receipt")]
    public string? Receipt { get; set; }

    [BindProperty(Name = "answer")]
    public string? Answer { get; set; }

    /// <summary>The State whose desk it is; null for all States.</summary>
    protected abstract string? StateCode { get; }

    /// <summary>The line of a report as it is now, with all that the desk may see; null when it is gone.</summary>
    public ReportedLine? LineOf(ReaderReport report) => ReportedLine.Find(current.Value.View(Audience.Secretariat), report.LineId);

    /// <summary>Whether the State answers for itself; otherwise the Secretariat does.</summary>
    public bool HasFocalPoint(ReaderReport report) =>
        current.Value.Register.Accounts.Any(account => account is { Role: ActorRole.FocalPoint } && account.StateCode == report.StateCode && account.IsOpen());

    /// <summary>What was typed in answer to a report, when it could not be sent.</summary>
    public string? TypedFor(ReaderReport report) => report.Receipt == Receipt ? Answer : null;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => CarryOutAsync(async () =>
    {
        Reports = await book.ListAsync(StateCode, cancellationToken);
        return Page();
    });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => CarryOutAsync(async () =>
    {
        Answer = WrittenForms.Tidy(Answer ?? "");
        Reports = await book.ListAsync(StateCode, cancellationToken);
        var report = Reports.FirstOrDefault(each => each.Receipt == Receipt);
        if (report is null || !caller.May(Permission.AnswerReports, report.StateCode))
        {
            return NotFound();
        }

        return AnswerFault() is { } fault ? Refuse(report, fault) : await AnswerAsync(report, caller.Account!, cancellationToken);
    });

    private async Task<IActionResult> AnswerAsync(ReaderReport report, Account account, CancellationToken cancellationToken)
    {
        if (await book.AnswerAsync(report.Receipt, Answer!, account.Id, cancellationToken) is not { } answered)
        {
            return Refuse(report, _texts["Reports.Meanwhile"], StatusCodes.Status409Conflict);
        }

        await letters.AnswerAsync(answered, cancellationToken);
        return Redirect(Request.Path);
    }

    private IActionResult Refuse(ReaderReport report, string fault, int status = StatusCodes.Status400BadRequest)
    {
        Fault($"answer-{report.Receipt}", fault);
        return Again(status);
    }

    private string? AnswerFault() =>
        Answer!.Length == 0 ? _texts["Reports.SayWhat"]
        : Answer.Length > MostOfAnswer || !WrittenForms.IsUnicode(Answer) || Answer.Any(letter => letter != '\n' && WrittenForms.IsForbidden(letter)) ? _texts["Reports.BadAnswer", MostOfAnswer]
        : null;
}
