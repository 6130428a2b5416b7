using System.Net;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Tables;
using AuthorityDirectory.Exchange.Xlsx;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>Downloads, changes and sends back workbooks as a person with a spreadsheet program does.</summary>
public static class Spreadsheets
{
    /// <summary>The workbook of a page.</summary>
    public static async Task<Table> DownloadAsync(this HttpClient client, string page)
    {
        using var answer = await client.GetAsync($"{page}?handler=Xlsx");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var reading = await XlsxTableReader.ReadAsync(await answer.Content.ReadAsStreamAsync(), null, TestContext.Current.CancellationToken);
        Assert.Empty(reading.Faults);
        return reading.Table!;
    }

    /// <summary>The table with something else typed into a cell of the row whose first cell is this.</summary>
    public static Table Type(this Table table, LineKind kind, string line, string key, string text) => new([.. table.Sheets.Select(sheet => sheet.Columns[0].Key != kind.ToString() ? sheet : sheet with
    {
        Rows = [.. sheet.Rows.Select(row => row.Cells[0] != line ? row : row with { Cells = [.. row.Cells.Select((cell, at) => sheet.Columns[at].Key == key ? text : cell)] })],
    })]);

    /// <summary>The table with a row more.</summary>
    public static Table Add(this Table table, LineKind kind, params (string Key, string Text)[] cells) => new([.. table.Sheets.Select(sheet => sheet.Columns[0].Key != kind.ToString() ? sheet : sheet with
    {
        Rows = [.. sheet.Rows, new(sheet.Rows.Count + 2, [.. sheet.Columns.Select(column => cells.FirstOrDefault(cell => cell.Key == column.Key).Text ?? "")])],
    })]);

    /// <summary>The table as a file.</summary>
    public static async Task<byte[]> FileAsync(this Table table)
    {
        using var stream = new MemoryStream();
        await XlsxTableWriter.WriteAsync(stream, table, new("Read me", ["Mine"]), isRightToLeft: false, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    /// <summary>Sends a file by the form of a page.</summary>
    public static async Task<HttpResponseMessage> UploadAsync(this HttpClient client, string page, byte[] file, string name = "entries.xlsx")
    {
        using var shown = await client.GetAsync(page);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        var form = (await shown.DocumentAsync()).QuerySelector("form[enctype]")!;
        using var content = new MultipartFormDataContent();
        foreach (var field in FormFields.Of(form).Where(field => field.Key != "file"))
        {
            content.Add(new StringContent(field.Value), field.Key);
        }

        content.Add(new ByteArrayContent(file), "file", name);
        return await client.PostAsync(form.GetAttribute("action"), content);
    }

    /// <summary>Sends a file and gives the address of its check.</summary>
    public static async Task<string> CheckAsync(this HttpClient client, string page, Table table)
    {
        using var answer = await client.UploadAsync(page, await table.FileAsync());
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    /// <summary>An answer.</summary>
    public static Task<HttpResponseMessage> AskAsync(this HttpClient client, string path) => client.GetAsync(path);

    /// <summary>The answer to what a form sends.</summary>
    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, string path, HttpContent content) => client.PostAsync(path, content);
}
