using AuthorityDirectory.OData.Tests.Support;
using Microsoft.OData;
using Microsoft.OData.Edm;

namespace AuthorityDirectory.OData.Tests.Payload;

/// <summary>Batches that somebody else writes and whose answers somebody else reads: Microsoft.OData.Core.</summary>
public sealed class BatchReaderTests(CoastService coast)
{
    static readonly string[] _urls = ["Harbours('ALY')", "Lighthouses?$filter=Height gt 50&$select=Id", "Keepers(2)/Name/$value", "Lighthouses/$count"];

    [Theory]
    [InlineData("multipart/mixed;boundary=batch_of_tests", false)]
    [InlineData("multipart/mixed;boundary=batch_of_tests", true)]
    [InlineData("application/json", false)]
    [InlineData("application/json", true)]
    public async Task A_batch_is_understood_and_its_answer_too(string contentType, bool isAbsolute)
    {
        using var answer = await Send(contentType, async batch =>
        {
            foreach (var (url, id) in _urls.Select((url, i) => (url, i + 1)))
            {
                await batch.CreateOperationRequestMessageAsync(
                    "GET", new Uri(coast.Client.BaseAddress!, url), FormattableString.Invariant($"{id}"), isAbsolute ? BatchPayloadUriOption.AbsoluteUri : BatchPayloadUriOption.RelativeUri);
            }
        });
        var answers = await Answers(answer);
        Assert.Equal([200, 200, 200, 200], answers.Select(part => part.Status));
        Assert.Contains("Alexandria", answers[0].Body, StringComparison.Ordinal);
        Assert.Contains("{\"Id\":\"L1\"},{\"Id\":\"L3\"}", answers[1].Body, StringComparison.Ordinal);
        Assert.Equal("6", answers[3].Body.Trim('"'));
    }

    /// <remarks>In parts only: this reader takes the error of any part of a JSON batch for one of the whole.</remarks>
    [Fact]
    public async Task A_change_set_is_refused_without_the_rest_of_the_batch()
    {
        using var answer = await Send("multipart/mixed;boundary=batch_of_tests", async batch =>
        {
            await batch.WriteStartChangesetAsync();
            var change = await batch.CreateOperationRequestMessageAsync("DELETE", new Uri(coast.Client.BaseAddress!, "Keepers(2)"), "1");
            change.SetHeader("Prefer", "return=minimal");
            await batch.WriteEndChangesetAsync();
            await batch.CreateOperationRequestMessageAsync("GET", new Uri(coast.Client.BaseAddress!, "Keepers(2)/Name"), "2");
        }, ("Prefer", "odata.continue-on-error"));
        Assert.Equal([405, 200], (await Answers(answer)).Select(part => part.Status));
    }

    async Task<HttpResponseMessage> Send(string contentType, Func<ODataBatchWriter, Task> write, params (string Name, string Value)[] headers)
    {
        using var stream = new MemoryStream();
        var message = new Request(stream);
        message.SetHeader("Content-Type", contentType);
        var settings = new ODataMessageWriterSettings { Version = ODataVersion.V401, BaseUri = coast.Client.BaseAddress, EnableMessageStreamDisposal = false };
        using (var writer = new ODataMessageWriter(message, settings))
        {
            var batch = await writer.CreateODataBatchWriterAsync();
            await batch.WriteStartBatchAsync();
            await write(batch);
            await batch.WriteEndBatchAsync();
        }
        using var request = new HttpRequestMessage(HttpMethod.Post, "$batch") { Content = new ByteArrayContent(stream.ToArray()) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await coast.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    async Task<List<(int Status, string Body)>> Answers(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await coast.Body(answer));
        var settings = new ODataMessageReaderSettings(ODataVersion.V401) { MaxProtocolVersion = ODataVersion.V401, BaseUri = coast.Client.BaseAddress };
        using var message = new Response(answer, await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        using var reader = new ODataMessageReader((IODataResponseMessageAsync)message, settings, new EdmModel());
        var batch = await reader.CreateODataBatchReaderAsync();
        var answers = new List<(int, string)>();
        while (await batch.ReadAsync())
        {
            if (batch.State != ODataBatchReaderState.Operation)
                continue;
            var part = await batch.CreateOperationResponseMessageAsync();
            using var body = new StreamReader(await part.GetStreamAsync());
            answers.Add((part.StatusCode, await body.ReadToEndAsync(TestContext.Current.CancellationToken)));
        }
        return answers;
    }

    sealed class Request(Stream stream) : IODataRequestMessageAsync
    {
        readonly Dictionary<string, string> _headers = [];

        public IEnumerable<KeyValuePair<string, string>> Headers => _headers;

        public Uri Url { get; set; } = new("https://coast.example/odata/$batch");

        public string Method { get; set; } = "POST";

        public string GetHeader(string headerName) => _headers.GetValueOrDefault(headerName)!;

        public void SetHeader(string headerName, string headerValue) => _headers[headerName] = headerValue;

        public Stream GetStream() => stream;

        public Task<Stream> GetStreamAsync() => Task.FromResult(stream);
    }

    sealed class Response(HttpResponseMessage answer, Stream body) : IODataResponseMessageAsync, IDisposable
    {
        public IEnumerable<KeyValuePair<string, string>> Headers =>
            answer.Headers.Concat(answer.Content.Headers).Select(header => KeyValuePair.Create(header.Key, string.Join(',', header.Value)));

        public int StatusCode { get => (int)answer.StatusCode; set => throw new NotSupportedException(); }

        public string GetHeader(string headerName) => Headers.FirstOrDefault(header => header.Key.Equals(headerName, StringComparison.OrdinalIgnoreCase)).Value;

        public void SetHeader(string headerName, string headerValue) => throw new NotSupportedException();

        public Stream GetStream() => body;

        public Task<Stream> GetStreamAsync() => Task.FromResult(body);

        public void Dispose() => answer.Dispose();
    }
}
