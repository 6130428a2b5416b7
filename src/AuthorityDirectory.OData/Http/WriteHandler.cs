using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Payload;
using AuthorityDirectory.OData.Syntax;
using AuthorityDirectory.OData.Writing;

namespace AuthorityDirectory.OData.Http;

/// <summary>Answers inserts (Protocol 4.01, section 11.4.2) and bound actions (section 11.5.5): the caller, the entity and its tag, the body, and only then the host's handler.</summary>
/// <param name="request">The request, whose body may not have been read.</param>
/// <param name="view">The prepared view as it is when it is asked for: before the write, and after it.</param>
/// <param name="budget">What the answer may cost.</param>
/// <param name="isVersion401">The version of the answer.</param>
/// <param name="options">What the host decided.</param>
sealed class WriteHandler(ODataRequest request, Func<ODataSnapshot> view, Budget budget, bool isVersion401, ODataOptions options)
{
    readonly RequestQuery _query = RequestQuery.Parse(request.Query, options.Limits);

    public async ValueTask<ODataResponse> AnswerAsync()
    {
        var shared = view();
        var write = Methods.CheckWritten(request, shared.Model, options.Limits);
        if (await write.PermitAsync(request.Http) is { } refused)
            return Errors.Answer(refused);
        CheckForm(write, shared);
        return write is ODataAction action ? await InvokeAsync(action, shared) : await InsertAsync((ODataInsert)write, shared);
    }

    async ValueTask<ODataResponse> InsertAsync(ODataInsert insert, ODataSnapshot shared)
    {
        var given = await BodyAsync(insert.Input);
        var outcome = await insert.RunAsync(shared.View, request.Http, given);
        return Answered(outcome, shared.Model.Find(new ResourcePath(options.Limits).Parse(request.Path)[0].Name)!);
    }

    async ValueTask<ODataResponse> InvokeAsync(ODataAction action, ODataSnapshot shared)
    {
        var snapshot = await RequestSets.FormAsync(shared, request);
        var path = new ResourcePath(options.Limits).Parse(request.Path);
        var (source, table, row) = new ResourceLocator(snapshot, Context(snapshot)).Locate([.. path.SkipLast(1)]) as EntityResource
            ?? throw path[^1].At.NotFound($"{action.Name} is invoked on an entity, and here is none");
        var isExact = Preconditions.Check(request, action, table.TagOf(row));
        var given = await BodyAsync(action.Input);
        var outcome = await action.RunAsync(shared.View, request.Http, table.EntityAt(row), isExact, given);
        return Answered(outcome, source);
    }

    async ValueTask<InputValues> BodyAsync(InputShape shape)
    {
        var whole = await request.WithBodyAsync();
        BodyLimit.Check(whole, options.Limits);
        return BodyReader.Read(whole, shape, options.Limits);
    }

    /// <summary>Refuses before anything is written what the answer could not be written as.</summary>
    void CheckForm(ODataWrite write, ODataSnapshot shared) => Answer(shared).CheckWritten(write.HasAnswer ? write.Type : null);

    ODataResponse Answered(WriteOutcome outcome, EntitySource source)
    {
        if (outcome.Refusal is { } refusal)
            return Errors.Answer(refusal);
        if (outcome.Entity is not { } entity)
            return new ODataResponse(204, null, null);
        var newest = view();
        return Described(outcome, new EntityResource(source, source.Type.Alone(entity, newest.View), 0), newest);
    }

    ODataResponse Described(WriteOutcome outcome, EntityResource entity, ODataSnapshot newest)
    {
        var url = request.Root + EntityUrl.Of(entity);
        var preferred = Preferences.Return(request);
        var response = preferred == "minimal" ? new ODataResponse(204, null, null) : Represented(outcome, entity, newest);
        response.Headers.TryAdd("ETag", entity.Table.TagOf(0));
        if (outcome.IsCreated)
            response.Headers["Location"] = url;
        if (response.Status == 204)
            response.Headers["OData-EntityId"] = url;
        if (preferred is not null)
            response.Headers["Preference-Applied"] = "return=" + preferred;
        return response;
    }

    /// <summary>The entity; nothing of it when what is selected cannot be computed or is too long, since an error would say that nothing was written.</summary>
    ODataResponse Represented(WriteOutcome outcome, EntityResource entity, ODataSnapshot newest)
    {
        try
        {
            return Answer(newest).Written(entity) with { Status = outcome.IsCreated ? 201 : 200 };
        }
        catch (QueryException)
        {
            return new ODataResponse(204, null, null);
        }
    }

    Answer Answer(ODataSnapshot snapshot) => new(request, _query, snapshot, Context(snapshot), isVersion401, options.Limits);

    BindingContext Context(ODataSnapshot snapshot) =>
        new(snapshot, options.Limits, _query.Aliases, options.Clock.GetUtcNow()) { Budget = budget, Custom = _query.Custom, AliasOptions = _query.AliasOptions };
}
