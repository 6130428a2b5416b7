using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Writing;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Requests;

namespace AuthorityDirectory.Web.Api.Writing;

/// <summary>Confirmations as part of the public contract: actions of authorities, and of a State for all of them.</summary>
internal static class ConfirmModel
{
    /// <summary>What of a source may be given.</summary>
    public static InputShape<GivenSource> Source(ODataModelBuilder<DirectoryView> model) => model.Input<GivenSource>("Source", s =>
    {
        var (kind, reference, day) = (s.Required<SourceKind>("Kind"), s.Optional<string>("Reference").AtMost(DraftSource.MostOfReference), s.Optional<DateOnly>("AsOf"));
        s.Makes(given => new(given.Value(kind), given.OrNull(reference), given.OrNull(day)));
    });

    /// <summary>Declares the action of an authority.</summary>
    public static void Of(EntityTypeBuilder<DirectoryView, AuthorityEntry> t, InputShape<GivenSource> source) =>
        t.Action("Confirm", a => Confirm(a, source, (writing, call, note) => writing.ConfirmAsync(call.Entity, call.IsExact, note, call.Http.RequestAborted)),
            "Its State says that the entry is still right, with its designations and contact points.");

    /// <summary>Declares the action of a State.</summary>
    public static void Of(EntityTypeBuilder<DirectoryView, StateEntry> t, InputShape<GivenSource> source) =>
        t.Action("Confirm", a => Confirm(a, source, (writing, call, note) => writing.ConfirmAsync(call.Entity, call.IsExact, note, call.Http.RequestAborted)),
            "The State says that all its entries are still right, but those of authorities that are merged or closed.");

    private static void Confirm<T>(
        ActionBuilder<DirectoryView, T> a, InputShape<GivenSource> source, Func<ConfirmWriting, ActionCall<DirectoryView, T>, GivenSource?, Task<WriteResult<T>>> write) where T : class
    {
        var note = a.Optional("source", source, "The note of the State, when the Secretariat confirms for it.");
        a.RequireMatch();
        a.Permit(Permits.Whoever(Permission.Confirm));
        a.Handle(call => Refusals.GuardAsync(() => write(call.Http.RequestServices.GetRequiredService<ConfirmWriting>(), call, call.OrNull(note))));
    }
}
