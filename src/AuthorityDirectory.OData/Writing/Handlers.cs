using AuthorityDirectory.OData.Model;
using Microsoft.AspNetCore.Http;

namespace AuthorityDirectory.OData.Writing;

sealed class Insert<TView, T>(
    EntityType type, InputShape input, string? description, Func<HttpContext, ValueTask<Refusal?>>? permit, Func<WriteCall<TView>, ValueTask<WriteResult<T>>> handle)
    : ODataInsert(type, input, description, permit)
    where TView : class
    where T : class
{
    internal override async ValueTask<WriteOutcome> RunAsync(object view, HttpContext http, InputValues given) =>
        WriteOutcome.Of(await handle(new WriteCall<TView>((TView)view, http, given)));
}

sealed class BoundAction<TView, T>(
    string name, bool needsMatch, bool hasAnswer, EntityType type, InputShape input, string? description,
    Func<HttpContext, ValueTask<Refusal?>>? permit, Func<ActionCall<TView, T>, ValueTask<WriteResult<T>>> handle)
    : ODataAction(name, needsMatch, type, input, description, permit)
    where TView : class
    where T : class
{
    public override bool HasAnswer => hasAnswer;

    internal override async ValueTask<WriteOutcome> RunAsync(object view, HttpContext http, object entity, bool isExact, InputValues given) =>
        WriteOutcome.Of(await handle(new ActionCall<TView, T>((TView)view, http, given, (T)entity, isExact)));
}
