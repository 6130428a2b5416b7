using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Coverage;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Writing;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Api.Writing;

namespace AuthorityDirectory.Web.Api;

/// <summary>The public contract of the directory as one table: the only place where the domain and OData meet.</summary>
public static partial class DirectoryEntityModel
{
    /// <summary>Declares every type, set, singleton and function.</summary>
    /// <param name="operatorName">Who runs this copy; null when it does not say.</param>
    /// <param name="disclaimer">What this copy is and is not.</param>
    public static ODataModel<DirectoryView> Create(string? operatorName, string disclaimer)
    {
        var model = new ODataModelBuilder<DirectoryView>("UncacDirectory");
        var source = ConfirmModel.Source(model);
        CodeLists(model);
        Values(model);
        State(model, source);
        Authority(model, source);
        Designation(model);
        ContactPoint(model);
        Membership(model);
        Notice(model);
        Lists(model);
        Changes(model);
        Sets(model);
        ChangeRequestModel.Declare(model, source);
        Directory(model, operatorName, disclaimer);
        Functions(model);
        Counterparts(model);
        return model.Build();
    }

    private static void CodeLists(ODataModelBuilder<DirectoryView> model)
    {
        model.Enum<StateKind>("StateKind", "A State, or an organization that States gave competence.");
        model.Enum<ConventionStatus>("ConventionStatus", "Standing under the Convention against Corruption.");
        model.Enum<ConsentForm>("ConsentForm", "The form of consent to be bound (article 67).");
        model.Enum<RegionalGroup>("RegionalGroup", "Regional groups of Member States of the United Nations.");
        model.Enum<ExtraditionBasis>("ExtraditionBasis", "Whether the Convention serves as the basis for extradition (article 44, paragraph 6).");
        model.Enum<InterpolRoute>("InterpolRoute", "Whether requests may come through INTERPOL (article 46, paragraph 13).");
        model.Enum<LinkKind>("LinkKind", "What a link leads to.");
        model.Enum<AuthorityKind>("AuthorityKind", "What kind of body an authority is, as its own name says.");
        model.Enum<AuthorityStatus>("AuthorityStatus", "What became of an authority.");
        model.Enum<NetworkStanding>("NetworkStanding", "Standing in a network, as far as it is known.");
        model.Enum<Function>("Function", "What a State designates an authority for.");
        model.Enum<Instrument>("Instrument", "What a designation rests on.");
        model.Enum<Rank>("Rank", "The order among several authorities for one function.");
        model.Enum<ContactKind>("ContactKind", "The means of a contact point.");
        model.Enum<DialableFrom>("DialableFrom", "From where a telephone number works.");
        model.Enum<ContactPurpose>("ContactPurpose", "What a contact point is for.");
        model.Enum<MembershipKind>("MembershipKind", "Member, observer or applicant.");
        model.Enum<YesNoNotStated>("YesNoNotStated", "Unknown is never no.");
        model.Enum<CoverageMeasure>("CoverageMeasure", "What a published figure counts.");
        model.Enum<Freshness>("Freshness", "How fresh the State's last confirmation is: due after 12 months, overdue after 15.");
        model.Enum<SourceKind>("SourceKind", "The kind of paper or page a fact comes from.");
        model.Enum<DatePrecision>("DatePrecision", "How much of a date its source tells.");
        model.Enum<ActorRole>("ActorRole", "In which role somebody acted.");
    }

    private static void Values(ODataModelBuilder<DirectoryView> model)
    {
        model.Complex<Source>("Source", t =>
        {
            t.Property("Kind", s => s.Kind);
            t.Property("Reference", s => s.Reference).Optional().Describe("As its author printed it: a note's number, a document's symbol.");
            t.Property("Url", s => s.Url).Optional().Pattern(Patterns.Url);
            t.Property("AsOf", s => s.AsOf).Describe("The first day of the period the source speaks for; null when it shows no date.");
            t.Property("AsOfPrecision", s => s.AsOfPrecision).Describe("How much of AsOf is known.");
            t.Property("Note", s => s.Note).Optional();
        }, "Where a fact comes from: the paper or page behind an entry.");
        model.Complex<Names>("Names", t =>
        {
            t.Property("En", n => n.En);
            t.Property("Fr", n => n.Fr);
            t.Property("Es", n => n.Es);
            t.Property("Ru", n => n.Ru);
            t.Property("Zh", n => n.Zh);
            t.Property("Ar", n => n.Ar);
        }, "A name in the six official languages of the United Nations.");
        model.Complex<Alias>("Alias", t =>
        {
            t.Property("Language", a => a.Language).Pattern(Patterns.Language).Describe("BCP 47 tag.");
            t.Property("Text", a => a.Text);
        }, "A word under which people search; not a name to show.");
        model.Complex<Translation>("Translation", t =>
        {
            t.Property("Language", a => a.Language).Pattern(Patterns.Language).Describe("BCP 47 tag.");
            t.Property("Text", a => a.Text);
        }, "A text in another language, from a source, never made by a machine.");
        model.Complex<Link>("Link", t =>
        {
            t.Property("Kind", l => l.Kind);
            t.Property("Url", l => l.Url).Pattern(Patterns.Url);
            t.Property("Language", l => l.Language).Optional().Pattern(Patterns.Language);
            t.Property("AsOf", l => l.AsOf).Describe("When it was last seen to work; null when not checked.");
        });
        model.Complex<Address>("Address", t =>
        {
            t.Collection("Lines", a => a.Lines);
            t.Property("City", a => a.City).Optional();
            t.Property("PostalCode", a => a.PostalCode).Optional();
            t.Property("CountryCode", a => a.CountryCode).Optional().Pattern(Patterns.StateCode);
        }, "A postal address; all parts empty when none is sourced.");
        model.Complex<Scope>("Scope", t =>
        {
            t.Property("Territory", s => s.Territory).Optional();
            t.Property("Subject", s => s.Subject).Optional();
            t.Property("Stage", s => s.Stage).Optional();
        }, "What a designation is limited to; null means not limited, or not stated.");
    }

    private static void State(ODataModelBuilder<DirectoryView> model, InputShape<GivenSource> source) => model.Entity<StateEntry>("State", t =>
    {
        t.Key("Code", s => s.Record.Code).MaxLength(2).Pattern(Patterns.StateCode).Describe("ISO 3166-1 alpha-2; EU for the European Union.");
        t.Property("Alpha3", s => s.Record.Alpha3).Optional().MaxLength(3).Pattern(Patterns.Alpha3);
        t.Property("M49", s => s.Record.M49).Optional().MaxLength(3).Pattern(Patterns.M49);
        t.Property("Kind", s => s.Record.Kind);
        t.Property("ConventionStatus", s => s.Record.ConventionStatus);
        t.Property("Name", s => s.Record.Name);
        t.Collection("Aliases", s => s.Record.Aliases).Describe("For searching, not for display.");
        t.Property("FormalName", s => s.Record.FormalName);
        t.Property("RegionalGroup", s => s.Record.RegionalGroup);
        t.Property("SignedOn", s => s.Record.SignedOn).Describe("Null when it did not sign, or the day is not known.");
        t.Property("ConsentOn", s => s.Record.ConsentOn).Describe("The day its instrument was deposited; null when there is none, or the day is not known.");
        t.Property("ConsentBy", s => s.Record.ConsentBy);
        t.Property("InForceOn", s => s.Record.InForceOn).Describe("Article 68: the thirtieth day after the deposit, not before 14 December 2005.");
        t.Collection("OfficialLanguages", s => s.Record.OfficialLanguages).Pattern(Patterns.Language).Describe("BCP 47 tags.");
        t.Collection("AcceptedLanguages", s => s.Record.AcceptedLanguages).Pattern(Patterns.Language).Describe("Languages in which requests are accepted, BCP 47; empty means not stated.");
        t.Property("ExtraditionBasis", s => s.Record.ExtraditionBasis);
        t.Property("InterpolRoute", s => s.Record.InterpolRoute);
        t.Property("TimeZone", s => s.Record.TimeZone).Pattern(Patterns.TimeZone).Describe("IANA name, of the capital.");
        t.Collection("Links", s => s.Record.Links);
        t.Property("Source", s => s.Record.Source);
        t.Property("Revision", s => ConfirmWriting.RevisionOf(s)).Minimum(1).Describe("Grows when something of the State or of one of its authorities changes.");
        t.NavigationMany("Authorities", (_, s) => s.Authorities);
        t.NavigationMany("Designations", (_, s) => s.Designations);
        t.NavigationMany("Memberships", (_, s) => s.Memberships);
        ConfirmModel.Of(t, source);
        t.NavigationMany("Notices", (_, s) => s.Notices);
    }, "A State, or the European Union.");

    private static void Authority(ODataModelBuilder<DirectoryView> model, InputShape<GivenSource> source) => model.Entity<AuthorityEntry>("Authority", t =>
    {
        t.Key("Id", a => a.Record.Id).Pattern(Patterns.AuthorityId).Describe("State code, dash, at least three digits; never used again.");
        t.Property("StateCode", a => a.Record.StateCode).MaxLength(2).Pattern(Patterns.StateCode);
        t.Property("Name", a => a.Record.Name);
        t.Property("NativeName", a => a.Record.NativeName).Optional();
        t.Property("NativeNameLanguage", a => a.Record.NativeNameLanguage).Optional().Pattern(Patterns.Language).Describe("BCP 47 tag.");
        t.Collection("Translations", a => a.Record.Translations);
        t.Collection("FormerNames", a => a.Record.FormerNames);
        t.Property("Acronym", a => a.Record.Acronym).Optional();
        t.Property("Kind", a => a.Record.Kind);
        t.Collection("Functions", a => a.Functions).Describe("Of its current designations under any instrument.");
        t.Collection("DesignatedUnder", a => a.DesignatedUnder).Describe("The instruments of its current designations.");
        t.Property("GlobeMembership", a => a.GlobeMembership).Describe("Its standing in the GlobE Network.");
        t.Property("Address", a => a.Record.Address);
        t.Property("Email", a => a.Email).Optional().Pattern(Patterns.Email).Describe("The first for general use or requests.");
        t.Property("Phone", a => a.Phone).Optional().Pattern(Patterns.Phone).Describe("The first for general use or requests; ContactPoints say from where it can be dialled.");
        t.Property("Website", a => a.Record.Website).Optional().Pattern(Patterns.Url);
        t.Collection("WorkingLanguages", a => a.Record.WorkingLanguages).Pattern(Patterns.Language).Describe("BCP 47 tags; empty means not stated.");
        t.Collection("Channels", a => a.Record.Channels).Pattern(Patterns.ShortCode).Describe("Codes of Channels; empty means not stated.");
        t.Property("OfficeHours", a => a.Record.OfficeHours).Optional();
        t.Property("TimeZone", a => a.TimeZone).Pattern(Patterns.TimeZone).Describe("IANA name; its own, else that of its State.");
        t.Property("Status", a => a.Record.Status);
        t.Property("Freshness", a => a.Freshness);
        t.Property("ConfirmedOn", a => a.Record.ConfirmedOn).Describe("When its State last confirmed it; null when it never did.");
        t.Property("ConfirmedByRole", a => a.Record.ConfirmedByRole).Describe("In which role; null exactly when ConfirmedOn is.");
        t.Property("NextConfirmationOn", a => a.NextConfirmationOn).Describe("The day from which the next confirmation is due; null when there was none.");
        t.Property("HasNotice", a => a.CurrentNotices.Count > 0).Describe("Whether a notice of its State holds today, about it or about all of the State: read CurrentNotices before writing to it.");
        t.Property("Source", a => a.Record.Source);
        t.Property("Revision", a => a.Revision).Minimum(1);
        t.Property("LastModified", a => a.LastModified);
        t.Navigation("State", (_, a) => a.State);
        t.NavigationMany("Designations", (_, a) => a.Designations);
        t.NavigationMany("ContactPoints", (_, a) => a.ContactPoints);
        t.NavigationMany("Memberships", (_, a) => a.Memberships);
        t.NavigationMany("CurrentNotices", (_, a) => a.CurrentNotices);
        t.Navigation("Successor", (_, a) => a.Successor).Optional();
        ConfirmModel.Of(t, source);
    }, "A body of a State, with what it is designated for.");

    private static void Designation(ODataModelBuilder<DirectoryView> model) => model.Entity<DesignationEntry>("Designation", t =>
    {
        t.Key("Id", d => d.Record.Id).Pattern(Patterns.DesignationId);
        t.Property("StateCode", d => d.State.Record.Code).MaxLength(2).Pattern(Patterns.StateCode);
        t.Property("AuthorityId", d => d.Authority.Record.Id).Pattern(Patterns.AuthorityId);
        t.Property("Function", d => d.Record.Function);
        t.Property("Instrument", d => d.Record.Instrument);
        t.Property("InstrumentNote", d => d.Record.InstrumentNote).Optional().Describe("Article, or the name of the other instrument.");
        t.Property("Rank", d => d.Record.Rank);
        t.Property("Scope", d => d.Record.Scope);
        t.Property("ValidFrom", d => d.Record.ValidFrom).Describe("The first day, where a source states one.");
        t.Property("ValidTo", d => d.Record.ValidTo).Describe("The last day; null when open.");
        t.Collection("AcceptedLanguages", d => d.Record.AcceptedLanguages).Pattern(Patterns.Language).Describe("BCP 47 tags; empty means not stated.");
        t.Collection("Channels", d => d.Record.Channels).Pattern(Patterns.ShortCode).Describe("Codes of Channels; empty means not stated.");
        t.Property("InterpolRoute", d => d.Record.InterpolRoute);
        t.Property("UrgentProcedure", d => d.Record.UrgentProcedure).Optional();
        t.Property("Requirements", d => d.Record.Requirements).Optional();
        t.Collection("AreasOfAssistance", d => d.Record.AreasOfAssistance);
        t.Property("Freshness", d => d.Freshness);
        t.Property("ConfirmedOn", d => d.Record.ConfirmedOn).Describe("When its State last confirmed it; null when it never did.");
        t.Property("ConfirmedByRole", d => d.Record.ConfirmedByRole).Describe("In which role; null exactly when ConfirmedOn is.");
        t.Property("NextConfirmationOn", d => d.NextConfirmationOn).Describe("The day from which the next confirmation is due; null when there was none.");
        t.Property("Source", d => d.Record.Source);
        t.Navigation("State", (_, d) => d.State);
        t.Navigation("Authority", (_, d) => d.Authority);
    }, "The act by which a State names an authority for a function, under an instrument.");

    private static void ContactPoint(ODataModelBuilder<DirectoryView> model) => model.Entity<ContactPointEntry>("ContactPoint", t =>
    {
        t.Key("Id", c => c.Record.Id).Pattern(Patterns.ContactPointId);
        t.Property("AuthorityId", c => c.Authority.Record.Id).Pattern(Patterns.AuthorityId);
        t.Property("StateCode", c => c.Authority.Record.StateCode).MaxLength(2).Pattern(Patterns.StateCode);
        t.Property("Kind", c => c.Record.Kind);
        t.Property("Value", c => c.Record.Value);
        t.Property("DialableFrom", c => c.Record.DialableFrom);
        t.Property("Purpose", c => c.Record.Purpose);
        t.Property("Role", c => c.Record.Role).Optional().Describe("The post or unit that answers.");
        t.Collection("Languages", c => c.Record.Languages).Pattern(Patterns.Language).Describe("BCP 47 tags; empty means not stated.");
        t.Property("Freshness", c => c.Freshness);
        t.Property("ConfirmedOn", c => c.Record.ConfirmedOn).Describe("When its State last confirmed it; null when it never did.");
        t.Property("ConfirmedByRole", c => c.Record.ConfirmedByRole).Describe("In which role; null exactly when ConfirmedOn is.");
        t.Property("NextConfirmationOn", c => c.NextConfirmationOn).Describe("The day from which the next confirmation is due; null when there was none.");
        t.Property("Source", c => c.Record.Source ?? c.Authority.Record.Source).Describe("Its own, else that of its authority.");
        t.Navigation("Authority", (_, c) => c.Authority);
    }, "An e-mail address, telephone or fax with a purpose; one row each.");

    private static void Membership(ODataModelBuilder<DirectoryView> model) => model.Entity<MembershipEntry>("Membership", t =>
    {
        t.Key("Id", m => m.Record.Id).Pattern(Patterns.MembershipId);
        t.Property("Network", m => m.Record.Network).Pattern(Patterns.ShortCode).Describe("Code of Networks.");
        t.Property("Kind", m => m.Record.Kind);
        t.Property("StateCode", m => m.Record.StateCode).Optional().MaxLength(2).Pattern(Patterns.StateCode);
        t.Property("AuthorityId", m => m.Record.AuthorityId).Optional().Pattern(Patterns.AuthorityId);
        t.Property("Name", m => m.Record.Name).Describe("The name under which it is listed.");
        t.Property("RequestedOn", m => m.Record.RequestedOn);
        t.Property("AdmittedOn", m => m.Record.AdmittedOn);
        t.Property("EndedOn", m => m.Record.EndedOn);
        t.Property("SecureChannel", m => m.Record.SecureChannel);
        t.Property("Source", m => m.Record.Source);
        t.Navigation("State", (_, m) => m.State).Optional();
        t.Navigation("Authority", (_, m) => m.Authority).Optional();
    }, "A place in a network: of an authority, a State or an observing organization.");

    private static void Notice(ODataModelBuilder<DirectoryView> model) => model.Entity<NoticeEntry>("Notice", t =>
    {
        t.Key("Id", n => n.Record.Id).Pattern(Patterns.NoticeId);
        t.Property("StateCode", n => n.Record.StateCode).MaxLength(2).Pattern(Patterns.StateCode);
        t.Property("AuthorityId", n => n.Record.AuthorityId).Optional().Pattern(Patterns.AuthorityId).Describe("Null when it is about all authorities of the State.");
        t.Property("Text", n => n.Record.Text).Describe("In the words of the State.");
        t.Property("Language", n => n.Record.Language).Optional().Pattern(Patterns.Language).Describe("BCP 47 tag of Text; null when not stated.");
        t.Property("From", n => n.Record.From).Describe("The first day.");
        t.Property("Until", n => n.Record.Until).Describe("The last day; after it the notice is history.");
        t.Property("IsCurrent", n => n.IsCurrent).Describe("Whether it holds today.");
        t.Property("Source", n => n.Record.Source);
        t.Navigation("State", (_, n) => n.State);
        t.Navigation("Authority", (_, n) => n.Authority).Optional();
    }, "A notice of a State to those who would write to it: until further notice use another way.");

    private static void Lists(ODataModelBuilder<DirectoryView> model)
    {
        model.Entity<Network>("Network", t =>
        {
            t.Key("Code", n => n.Code).Pattern(Patterns.ShortCode);
            t.Property("Name", n => n.Name);
            t.Property("Description", n => n.Description);
            t.Property("Website", n => n.Website).Optional().Pattern(Patterns.Url);
            t.Property("Region", n => n.Region).Optional();
            t.Property("Source", n => n.Source);
        }, "A network of authorities or practitioners.");
        model.Entity<Channel>("Channel", t =>
        {
            t.Key("Code", c => c.Code).Pattern(Patterns.ShortCode);
            t.Property("Name", c => c.Name);
            t.Property("Description", c => c.Description);
            t.Property("Website", c => c.Website).Optional().Pattern(Patterns.Url);
            t.Property("Source", c => c.Source);
        }, "A channel of communication: the route by which a request travels.");
        model.Entity<CoverageFigure>("CoverageFigure", t =>
        {
            t.Key("Id", f => f.Id).Pattern(Patterns.ShortCode);
            t.Property("Measure", f => f.Measure);
            t.Property("States", f => f.States).Minimum(0).Describe("Number of States; null when the source gives none.");
            t.Property("Authorities", f => f.Authorities).Minimum(0).Describe("Number of authorities; null when the source gives none.");
            t.Property("Source", f => f.Source).Describe("The document, by its symbol where it has one.");
        }, "A figure as somebody published it; never mixed with the directory's own counts.");
    }

    private static void Changes(ODataModelBuilder<DirectoryView> model)
    {
        model.Complex<ChangedRecord>("ChangedRecord", t =>
        {
            t.Property("Kind", r => r.Kind).AllowedValues(RecordCatalogue.All.Select(kind => kind.Title));
            t.Property("Id", r => r.Id);
            t.Property("Revision", r => r.Revision).Minimum(1);
        });
        model.Entity<ChangeEntry>("Change", t =>
        {
            t.Key("Sequence", c => c.Sequence).Minimum(1);
            t.Property("RecordedAt", c => c.RecordedAt);
            t.Property("ActorRole", c => c.ActorRole);
            t.Property("Source", c => c.Source).Optional();
            t.Collection("Changed", c => c.Changed).MinItems(1);
        }, "An act on the ledger that changed something you may see.");
    }

    private static void Sets(ODataModelBuilder<DirectoryView> model)
    {
        model.Set("States", v => v.States).Search(States).Describe("Parties, signatories, non-parties and the European Union.");
        model.Set("Authorities", v => v.Authorities).Search(Authorities).Describe("Every body that the directory holds.");
        Role("CentralAuthorities", v => v.CentralAuthorities, "Those with a current designation for mutual legal assistance or extradition, under any instrument.");
        Role("AssetRecoveryFocalPoints", v => v.WithFunction(Function.AssetRecovery), "Those with a current designation for asset recovery.");
        Role("PreventionAuthorities", v => v.WithFunction(Function.Prevention), "Those with a current designation for prevention.");
        Role("CivilAndAdministrativeFocalPoints", v => v.WithFunction(Function.CivilAndAdministrativeProceedings), "Those with a current designation for civil and administrative proceedings.");
        Role("GlobeMembers", v => v.GlobeMembers, "Current members of the GlobE Network, as far as they are known.");
        model.Set("Designations", v => v.Designations).Describe("Each with what it rests on.");
        model.Set("ContactPoints", v => v.ContactPoints).Describe("One row a contact, flat.");
        model.Set("Memberships", v => v.Memberships).Describe("Members, observers and applicants of every network.");
        model.Set("Notices", v => v.Notices).Describe("What States say of themselves for a while, current and past.");
        model.Set("Networks", v => v.Networks).Describe("What network codes mean.");
        model.Set("Channels", v => v.Channels).Describe("What channel codes mean.");
        model.Set("CoverageFigures", v => v.CoverageFigures).Describe("Figures as others published them, with the document.");
        model.Set("Changes", v => v.Changes).Describe("Who changed what, on which source.");

        void Role(string name, Func<DirectoryView, IReadOnlyList<AuthorityEntry>> entities, string description) =>
            model.Set(name, entities).Search(Authorities).Describe(description);
    }

    private static void Directory(ODataModelBuilder<DirectoryView> model, string? operatorName, string disclaimer)
    {
        model.Entity<DirectoryView>("DirectoryInfo", t =>
        {
            t.Property("Position", v => v.Position).Minimum(0).Describe("The last act on the ledger that changed something you may see.");
            t.Property("AsOf", v => v.Date).Describe("The UTC day for which everything is computed.");
            t.Property("HeadHash", v => v.HeadHash).Pattern(Patterns.Hash).Describe("The hash of that act: two copies with the same hash say the same.");
            t.Property("Operator", _ => operatorName).Optional().Describe("Who runs this copy.");
            t.Property("Disclaimer", _ => disclaimer);
        }, "The directory itself.");
        model.Singleton("Directory", v => v, "What this copy of the directory is and how far it goes.");
    }

    private static void Functions(ODataModelBuilder<DirectoryView> model)
    {
        model.Complex<FunctionCoverage>("FunctionCoverage", t =>
        {
            t.Property("Function", c => c.Function);
            t.Property("UnderConvention", c => c.UnderConvention).Minimum(0).Describe("States parties with a current designation under the Convention.");
            t.Property("UnderAnyInstrument", c => c.UnderAnyInstrument).Minimum(0).Describe("States parties with a current designation under whatever instrument, stated or not; those under the Convention included.");
            t.Property("Parties", c => c.Parties).Minimum(0).Describe("All States parties, the European Union included: the denominator.");
        }, "How many States parties have an authority for a function, in what this directory holds.");
        model.Function("Coverage", f => f.Returns((view, _) => CoverageCount.ByFunction(view)),
            "For each function, how many States parties this directory holds an authority of. A gap is one of the directory: the State may have notified an authority to the Secretary-General.");
    }

    private static List<StateEntry> States(DirectoryView view, string text) =>
        [.. view.Search(text, int.MaxValue).Select(hit => hit.State).OfType<StateEntry>()];

    private static List<AuthorityEntry> Authorities(DirectoryView view, string text) =>
        [.. view.Search(text, int.MaxValue).Select(hit => hit.Authority).OfType<AuthorityEntry>()];
}
