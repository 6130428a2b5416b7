using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Finder;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Web.Api;

/// <summary>The part of the contract that finds whom to ask.</summary>
public static partial class DirectoryEntityModel
{
    private static void Counterparts(ODataModelBuilder<DirectoryView> model)
    {
        model.Enum<Need>("Need", "What somebody needs from another State.");
        model.Enum<RouteKind>("RouteKind", "A way by which one State turns to another.");
        model.Enum<Reason>("RouteReason", "Why a route ranks where it does, or why it was dropped.");
        model.Enum<Instead>("RouteInstead", "What can be done instead of a route that was dropped.");
        model.Enum<Unknown>("RouteUnknown", "What the directory does not know about a route.");
        model.Enum<Tie>("Tie", "Whether an instrument binds both States; not known is not no.");
        model.Enum<LanguageMatch>("LanguageMatch", "What follows from the languages of both sides.");
        RouteParts(model);
        Route(model);
        model.Function("FindCounterpart", f =>
        {
            var requesting = f.Parameter<string>("requestingState", "Code of the State that asks.");
            var requested = f.Parameter<string>("requestedState", "Code of the State that is asked.");
            var need = f.Parameter<Need>("need", "What it needs.");
            var urgent = f.Parameter<bool>("urgent", "Whether it cannot wait.");
            var formal = f.Parameter<bool>("formal", "Whether a request goes out, not a word before one.");
            f.Returns((view, call) => Counterpart.Find(view, new(call.Value(requesting), call.Value(requested), call.Value(need), call.Value(urgent), call.Value(formal))).All.ToList());
        }, "The routes to another State, best first, then those that were dropped, each with the reasons. Never empty; the diplomatic channel ends every list of routes.");
    }

    private static void RouteParts(ODataModelBuilder<DirectoryView> model)
    {
        model.Complex<Ground>("RouteGround", t =>
        {
            t.Property("DesignationId", g => g.Designation.Record.Id).Pattern(Patterns.DesignationId);
            t.Property("Instrument", g => g.Designation.Record.Instrument);
            t.Property("InstrumentNote", g => g.Designation.Record.InstrumentNote).Optional();
            t.Property("Tie", g => g.Tie).Describe("Whether the instrument binds both States today.");
        }, "A designation that a route rests on.");
        model.Complex<ChannelMatch>("ChannelMatch", t =>
        {
            t.Property("Code", c => c.Code).Pattern(Patterns.ShortCode).Describe("Code of Channels.");
            t.Property("Requesting", c => c.Requesting).Describe("Whether the requesting side states it.");
            t.Property("Requested", c => c.Requested).Describe("Whether the requested side states it.");
            t.Property("Shared", c => c.IsShared).Describe("Whether both do.");
        }, "A channel as both sides state it; what a side does not state is not stated, never no.");
        model.Complex<LanguageAdvice>("LanguageAdvice", t =>
        {
            t.Property("Match", l => l.Match);
            t.Collection("Languages", l => l.Languages).Pattern(Patterns.Language).Describe("Those in common; those to translate into; or, where none is stated, those the other side works in or its official ones.");
        }, "In which language to write.");
        model.Complex<ContactPoint>("RouteContact", t =>
        {
            t.Property("Id", c => c.Id).Pattern(Patterns.ContactPointId);
            t.Property("Kind", c => c.Kind);
            t.Property("Value", c => c.Value);
            t.Property("DialableFrom", c => c.DialableFrom);
            t.Property("Purpose", c => c.Purpose);
        }, "A contact point for the purpose, as in ContactPoints.");
    }

    private static void Route(ODataModelBuilder<DirectoryView> model) => model.Complex<CounterpartRoute>("CounterpartRoute", t =>
    {
        t.Property("Rank", r => r.Rank).Minimum(1).Describe("1 is the first to try; null when the route was dropped.");
        t.Property("Kind", r => r.Kind);
        t.Collection("Reasons", r => r.Reasons).MinItems(1).Describe("What decides first, then what else counts for or against it.");
        t.Collection("Instead", r => r.Instead).Describe("What can be done instead of a route that was dropped.");
        t.Property("AuthorityId", r => r.Authority?.Record.Id).Optional().Pattern(Patterns.AuthorityId);
        t.Property("AuthorityName", r => r.Authority?.Record.Name).Optional();
        t.Property("MembershipId", r => r.Membership?.Record.Id).Optional().Pattern(Patterns.MembershipId);
        t.Property("Network", r => r.Membership?.Record.Network).Optional().Pattern(Patterns.ShortCode).Describe("Code of Networks.");
        t.Collection("Grounds", r => r.Grounds).Describe("What it is designated under, the strongest first.");
        t.Property("Language", r => r.Language);
        t.Collection("Channels", r => r.Channels).Describe("Those that both sides state first; empty when neither states any.");
        t.Collection<ContactPoint>("ContactPoints", r => [.. r.Contacts.Select(contact => contact.Record)]).Describe("For the purpose, best first; empty when none is held.");
        t.Collection<string>("Senders", r => [.. r.Senders.Select(sender => sender.Record.Id)]).Pattern(Patterns.AuthorityId).Describe("Authorities of the requesting State that would write.");
        t.Property("Freshness", r => r.Freshness).Describe("Null for routes without authority.");
        t.Property("ConfirmedOn", r => r.ConfirmedOn);
        t.Collection("NotKnown", r => r.NotKnown).Describe("What this directory does not know and a requester should ask.");
    }, "A way to another State, or one that was dropped.");
}
