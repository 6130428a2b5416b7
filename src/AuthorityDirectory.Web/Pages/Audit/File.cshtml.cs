using AuthorityDirectory.Exchange.Csv;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Audit;
using Microsoft.AspNetCore.Mvc;

namespace AuthorityDirectory.Web.Pages.Audit;

/// <summary>The same answer as a file, with all its lines.</summary>
public sealed class FileModel(AuditTrail trail, CurrentSnapshot current, Texts texts, TimeProvider time) : AuditPage(time)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Question() is not { } question || await trail.AnswerAsync(question, cancellationToken) is not { Count: <= AuditSheet.MostRows } rows)
        {
            return BadRequest();
        }

        var file = new MemoryStream();
        await CsvTableWriter.WriteAsync(file, AuditSheet.Of(rows, current.Value.Register, texts), cancellationToken);
        return File(file.ToArray(), "text/csv; charset=utf-8", $"audit-{question.From:yyyy-MM-dd}-{question.To:yyyy-MM-dd}.csv");
    }
}
