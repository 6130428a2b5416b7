using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Payload;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Http;

/// <summary>Answers the requests of one batch, each as if it had come alone, from one budget, in their order, which every dependency follows.</summary>
/// <remarks>
/// All of them read one view until something is written; after that the newest. A write cannot be undone, so it can share no group whose requests succeed together or not at all.
/// </remarks>
sealed class BatchRun(RequestHandler requests, ODataLimits limits, ODataRequest batch, Func<ODataSnapshot> view, IReadOnlyList<BatchRequest> parts) : IDisposable
{
    readonly Budget _budget = Budget.Of(limits);
    readonly HashSet<string> _failed = new(StringComparer.Ordinal);
    readonly BatchReferences _references = new(batch, parts);
    readonly List<BatchResponse> _responses = [];
    ODataSnapshot _current = view();
    bool _hasWritten;

    public IReadOnlyList<BatchResponse> Responses => _responses;

    public async ValueTask RunAsync(bool continues)
    {
        for (var next = 0; next < parts.Count;)
        {
            var group = parts.Skip(next).TakeWhile((part, i) => i == 0 || part.Group is not null && part.Group == parts[next].Group).ToList();
            var answers = await GroupAsync(group);
            _responses.AddRange(answers);
            Check(answers.Count);
            next += group.Count;
            if (!answers.Exists(answer => answer.IsError))
                continue;
            _failed.UnionWith(group.Select(part => part.Id).Append(group[0].Group).OfType<string>());
            if (!continues)
                return;
        }
    }

    public void Dispose() => _responses.ForEach(response => response.Dispose());

    /// <summary>The answers of a group: when one fails, the others fail with it.</summary>
    async ValueTask<List<BatchResponse>> GroupAsync(List<BatchRequest> group)
    {
        var isUndoable = group.Count == 1 || !_current.Model.CanWrite || !group.Exists(IsWrite);
        var answers = new List<BatchResponse>();
        foreach (var part in group)
            answers.Add(new BatchResponse(part, isUndoable ? await AnswerAsync(part) : NotTogether()));
        return answers.Exists(answer => answer.IsError) ? answers.ConvertAll(answer => answer.IsError ? answer : Replaced(answer)) : answers;
    }

    static bool IsWrite(BatchRequest part) => part.Method == "POST" && !part.Url.Split('?')[0].EndsWith("/$query", StringComparison.Ordinal);

    async ValueTask<ODataResponse> AnswerAsync(BatchRequest part)
    {
        if (part.DependsOn.FirstOrDefault(_failed.Contains) is { } missing)
            return Failed($"The request depends on '{missing}', which failed.");
        try
        {
            var request = _references.Request(part, _failed);
            if (BatchHandler.IsBatch(request))
                throw new QueryException(new QueryError(400, ErrorCode.OptionNotAllowed, "A batch cannot hold another batch.", BatchHandler.Segment));
            var response = await (IsWrite(part) ? WrittenAsync(request) : requests.HandleAsync(request, () => _current, _budget));
            _references.Note(part, response);
            return request.Method == "HEAD" ? WithoutBody(response) : response;
        }
        catch (QueryException refused)
        {
            return Errors.Answer(refused.Error);
        }
    }

    async ValueTask<ODataResponse> WrittenAsync(ODataRequest request)
    {
        var response = await requests.HandleAsync(request, view, _budget);
        _hasWritten |= response.Status < 400;
        _current = view();
        return response;
    }

    static BatchResponse Replaced(BatchResponse answer)
    {
        answer.Dispose();
        return answer with { Response = Failed($"Another request of the group '{answer.Request.Group}' failed.") };
    }

    static ODataResponse WithoutBody(ODataResponse response)
    {
        response.Dispose();
        return response with { ContentType = null, Body = null };
    }

    static ODataResponse Failed(string why) => Errors.Answer(new QueryError(424, ErrorCode.FailedDependency, why));

    static ODataResponse NotTogether() => Errors.Answer(new QueryError(501, ErrorCode.NotImplemented,
        "A group that holds a write holds nothing else: what is written here cannot be undone when another request of the group fails. Send the requests without a group; dependsOn keeps them in order."));

    /// <summary>Refuses a batch whose answers are too long; once something has been written only the last of them, so that what was written is still told.</summary>
    void Check(int last)
    {
        if (_responses.Sum(response => (long)response.Response.Bytes.Length) <= limits.MaxResultBytes)
            return;
        if (!_hasWritten)
            throw PayloadBuffer.TooLong(limits.MaxResultBytes);
        for (var i = _responses.Count - last; i < _responses.Count; i++)
        {
            _responses[i].Dispose();
            _responses[i] = _responses[i] with { Response = Errors.Answer(PayloadBuffer.TooLong(limits.MaxResultBytes).Error) };
        }
    }
}
