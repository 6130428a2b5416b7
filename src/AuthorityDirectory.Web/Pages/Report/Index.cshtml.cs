using System.Globalization;
using System.Security.Cryptography;
using AuthorityDirectory.Updates.Lines;
using AuthorityDirectory.Web.Hosting;
using AuthorityDirectory.Web.Pages.Shared;
using AuthorityDirectory.Web.Reports;
using Microsoft.AspNetCore.Mvc;

namespace AuthorityDirectory.Web.Pages.Report;

/// <summary>Where a reader, who need not say who they are, reports an error in a line.</summary>
[RequestSizeLimit(MostBytes)]
public sealed class ReportModel(CurrentView current, ReportIntake intake, TimeProvider time, DirectoryLinks links, Texts texts) : FormPage(texts)
{
    /// <summary>The most letters of the reader's own words.</summary>
    public const int MostOfText = 500;

    private const int MostBytes = 16 * 1024;

    private readonly Texts _texts = texts;

    /// <summary>The line.</summary>
    public ReportedLine Line { get; private set; } = null!;

    /// <summary>The receipt, made with the form: the form sent twice is one report.</summary>
    [BindProperty(Name = "receipt")]
    public string? Receipt { get; set; }

    /// <summary>Which button was pressed.</summary>
    [BindProperty(Name = "trouble")]
    public string? Chosen { get; set; }

    [BindProperty(Name = "text")]
    public string? Text { get; set; }

    [BindProperty(Name = "email")]
    public string? Email { get; set; }

    public IActionResult OnGet(string? line) => Find(line) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? line, CancellationToken cancellationToken)
    {
        if (!Find(line))
        {
            return NotFound();
        }

        (Text, Email) = (WrittenForms.Tidy(Text ?? ""), Email?.Trim() ?? "");
        Check();
        return Faults.Count > 0 ? Again() : await CarryOutAsync(() => TakeAsync(cancellationToken));
    }

    private async Task<IActionResult> TakeAsync(CancellationToken cancellationToken)
    {
        if (await intake.TakeAsync(Report(), Network.Of(HttpContext.Connection.RemoteIpAddress), cancellationToken))
        {
            return Redirect(links.Receipt(Receipt!));
        }

        Fault(null, _texts["Report.TooMany", ReportIntake.MostOfNetwork]);
        return Again(StatusCodes.Status429TooManyRequests);
    }

    private bool Find(string? line)
    {
        if (ReportedLine.Find(current.View, line) is not { } found)
        {
            return false;
        }

        var state = found.State.Record.Code;
        Line = found;
        Receipt = ReportBook.IsReceipt(Receipt) && Receipt!.StartsWith(state, StringComparison.Ordinal) ? Receipt : $"{state}-{RandomNumberGenerator.GetHexString(16)}";
        return true;
    }

    private void Check()
    {
        if (!Enum.TryParse<Trouble>(Chosen, out var trouble) || !Enum.IsDefined(trouble))
        {
            Fault("trouble", _texts["Report.ChooseOne"]);
        }
        else if (trouble == Trouble.Other && Text!.Length == 0)
        {
            Fault("text", _texts["Report.SayWhat"]);
        }

        if (Text!.Length > MostOfText)
        {
            Fault("text", _texts["Report.TooLong", Text.Length.ToString(CultureInfo.CurrentCulture), MostOfText]);
        }
        else if (!WrittenForms.IsUnicode(Text) || Text.Any(letter => letter != '\n' && WrittenForms.IsForbidden(letter)))
        {
            Fault("text", _texts["Report.BadCharacter"]);
        }

        if (Email!.Length > 0 && !WrittenForms.IsEmail(Email))
        {
            Fault("email", _texts["Report.BadEmail"]);
        }
    }

    private ReaderReport Report() => new()
    {
        Receipt = Receipt!,
        StateCode = Line.State.Record.Code,
        AuthorityId = Line.Authority?.Record.Id,
        LineId = Line.Line.Id,
        Trouble = Enum.Parse<Trouble>(Chosen!),
        Text = Text!.Length == 0 ? null : Text,
        Email = Email!.Length == 0 ? null : Email,
        Language = _texts.Language.Tag,
        ReportedAt = time.GetUtcNow(),
    };
}
