using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Writing;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Requests;

namespace AuthorityDirectory.Web.Api.Writing;

/// <summary>Requests to change the directory as part of the public contract: their type, their set and what is done to them.</summary>
internal static class ChangeRequestModel
{
    private const string OfId = "^[a-z0-9][a-z0-9-]{7,63}$";

    /// <summary>Declares them.</summary>
    public static void Declare(ODataModelBuilder<DirectoryView> model, InputShape<GivenSource> source)
    {
        model.Enum<RequestStatus>("RequestStatus", "How far a request to change the directory has come.");
        model.Enum<LineKind>("LineKind", "The smallest things that are shown, changed and confirmed by themselves.");
        model.Enum<LineAct>("LineAct", "What is done to a line.");
        Values(model);
        model.Entity<ChangeRequestEntry>("ChangeRequest", Type, "What a State, or the Secretariat for it, asks to be changed, line by line, and what became of it.");
        model.SetOfRequest("ChangeRequests", (_, http) => Seen(http))
            .Describe("Requests to change the directory: with a focal point's token those of its State, with the Secretariat's all, otherwise none.")
            .Insert(insert => Insert(insert, model, source), "Keeps a request as a draft of its State, to be submitted. Sent again with the same content, it is the same.");
    }

    private static ValueTask<IReadOnlyList<ChangeRequestEntry>> Seen(HttpContext http) =>
        http.User.Identity?.IsAuthenticated == true ? http.RequestServices.GetRequiredService<ChangeRequests>().SeenAsync(http.RequestAborted) : new([]);

    private static void Values(ODataModelBuilder<DirectoryView> model)
    {
        model.Complex<FieldChange>("FieldChange", t =>
        {
            t.Property("Name", f => f.Name).MaxLength(50).Describe("The field, such as Value or AcceptedLanguages; an unknown one is answered with those that there are.");
            t.Property("Before", f => f.Before).Describe("What it was when the request was made; empty for nothing.");
            t.Property("After", f => f.After).Describe("What it is to be, as people write it; empty for nothing, lists with spaces or line breaks between.");
        }, "What is to become of one field.");
        model.Complex<LineChange>("LineChange", t =>
        {
            t.Property("Kind", c => c.Kind);
            t.Property("RecordId", c => c.RecordId).MaxLength(30).Describe("The State or authority whose line it is.");
            t.Property("LineId", c => c.LineId).MaxLength(30).Describe("The line: the code of a State, the id of an authority, designation, contact point or notice; for one to be added new1, new2 and so on.");
            t.Property("Act", c => c.Act);
            t.Collection("Fields", c => c.Fields);
        }, "What is to become of one line.");
        model.Complex<Attachment>("Attachment", t =>
        {
            t.Property("Name", a => a.Name);
            t.Property("Hash", a => a.Hash).Pattern(Patterns.Hash).Describe("SHA-256 of its bytes.");
            t.Property("Bytes", a => a.Bytes).Minimum(1);
        }, "A paper kept beside the ledger.");
    }

    private static void Type(EntityTypeBuilder<DirectoryView, ChangeRequestEntry> t)
    {
        t.Key("Id", r => r.Record.Id).MaxLength(64).Pattern(OfId).Describe("Yours: the State's code in small letters, a dash, and small letters, digits and dashes; at-2026-017.");
        t.Property("StateCode", r => r.Record.StateCode).MaxLength(2).Pattern(Patterns.StateCode);
        t.Property("Status", r => r.Record.Status);
        t.Collection("Changes", r => r.Record.Changes);
        t.Property("Source", r => r.Record.Source).Optional().Describe("What it rests on: of a note verbale reference and date.");
        t.Property("Attachment", r => r.Record.Attachment).Optional().Describe("The paper itself, when it was given at the desk.");
        t.Property("Reason", r => r.Record.Reason).Optional().MaxLength(DraftSource.MostOfReason).Describe("What the State says to the Secretariat.");
        t.Property("EffectiveOn", r => r.Record.EffectiveOn).Describe("The day from which it is to hold; null for as soon as it is accepted.");
        t.Property("IsUrgent", r => r.Record.IsUrgent).Describe("Whether an entry misleads until it is accepted.");
        t.Property("SubmittedByRole", r => r.Record.SubmittedByRole);
        t.Property("SubmittedAt", r => r.Record.SubmittedAt);
        t.Property("IsAcceptedOnce", r => r.Record.FirstAcceptedBy is not null).Describe("Whether one of two people accepted it, where two are asked for.");
        t.Property("DecidedAt", r => r.Record.DecidedAt).Describe("When it was last accepted, returned or withdrawn.");
        t.Property("DecisionReason", r => r.Record.DecisionReason).Optional().Describe("Why it was returned or withdrawn.");
        t.Property("AppliedOn", r => r.Record.AppliedOn).Describe("The day on which its changes came into effect.");
        t.Property("Revision", r => r.Revision).Minimum(0).Describe("0 for a draft.");
        t.Navigation("State", (view, r) => view.State(r.Record.StateCode)!);
        Actions(t);
    }

    private static void Actions(EntityTypeBuilder<DirectoryView, ChangeRequestEntry> t)
    {
        t.Action("Submit", a => Decided(a, Permission.Request, (writing, call) => writing.SubmitAsync(call.Entity, call.IsExact, call.Http.RequestAborted)),
            "Submits a draft to the Secretariat, or again what it returned.");
        t.Action("Accept", a => Decided(a, Permission.Decide, (writing, call) => writing.AcceptAsync(call.Entity, call.IsExact, call.Http.RequestAborted)),
            "Accepts a request: it comes into effect now or on its day, or waits for a second person where two are asked for.");
        t.Action("Return", a =>
        {
            var reason = a.Required<string>("reason", "What the State is to mend.").AtMost(DraftSource.MostOfReason);
            Decided(a, Permission.Decide, (writing, call) => writing.ReturnAsync(call.Entity, call.IsExact, call.Value(reason), call.Http.RequestAborted));
        }, "Gives a request back to its State.");
        t.Action("Withdraw", a =>
        {
            var reason = a.Optional<string>("reason", "Why.").AtMost(DraftSource.MostOfReason);
            Decided(a, Permission.Request, (writing, call) => writing.WithdrawAsync(call.Entity, call.IsExact, call.OrNull(reason), call.Http.RequestAborted));
        }, "Takes a request back that is not in effect; a draft is gone then.");
    }

    private static void Decided(
        ActionBuilder<DirectoryView, ChangeRequestEntry> a, Permission permission,
        Func<RequestWriting, ActionCall<DirectoryView, ChangeRequestEntry>, Task<WriteResult<ChangeRequestEntry>>> write)
    {
        a.RequireMatch();
        a.Permit(Permits.Whoever(permission));
        a.Handle(call => Refusals.GuardAsync(() => write(call.Http.RequestServices.GetRequiredService<RequestWriting>(), call)));
    }

    private static void Insert(InsertBuilder<DirectoryView, ChangeRequestEntry> i, ODataModelBuilder<DirectoryView> model, InputShape<GivenSource> sources)
    {
        var (id, state) = (i.Required<string>("Id"), i.Required<string>("StateCode"));
        var (changes, source) = (i.RequiredList("Changes", Change(model)), i.Required("Source", sources));
        var (reason, day, urgent) = (i.Optional<string>("Reason"), i.Optional<DateOnly>("EffectiveOn"), i.Optional<bool>("IsUrgent"));
        i.Permit(Permits.Whoever(Permission.Request));
        i.Handle(call => Refusals.GuardAsync(() => call.Http.RequestServices.GetRequiredService<RequestCreation>().CreateAsync(
            new(call.Value(id), call.Value(state), call.List(changes), call.Value(source)) { Reason = call.OrNull(reason), EffectiveOn = call.OrNull(day), IsUrgent = call.OrNull(urgent) ?? false },
            call.Http.RequestAborted)));
    }

    private static InputShape<GivenChange> Change(ODataModelBuilder<DirectoryView> model)
    {
        var field = model.Input<GivenField>("FieldChange", s =>
        {
            var (name, before, after) = (s.Required<string>("Name"), s.Optional<string>("Before", "What you believe it to be: when it is something else, nothing is changed. Null for whatever it is."), s.Required<string>("After"));
            s.Makes(given => new(given.Value(name), given.OrNull(before), given.Value(after)));
        });
        return model.Input<GivenChange>("LineChange", s =>
        {
            var (kind, record, line) = (s.Required<LineKind>("Kind"), s.Optional<string>("RecordId", "The State or authority whose line it is; needed only for what is added to an authority."), s.Required<string>("LineId"));
            var (act, fields) = (s.Required<LineAct>("Act"), s.OptionalList("Fields", field));
            s.Makes(given => new(given.Value(kind), given.OrNull(record), given.Value(line), given.Value(act), given.List(fields)));
        });
    }
}
