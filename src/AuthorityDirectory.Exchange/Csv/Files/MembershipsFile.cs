using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Exchange.Csv.Files;

internal static class MembershipsFile
{
    private static readonly Columns Columns = new();
    private static readonly Column<string> Id = Columns.Add("id", Forms.MembershipId, isKey: true);
    private static readonly Column<string> Network = Columns.Add("network", Forms.ShortCode, refersTo: NetworksFile.Name);
    private static readonly Column<MembershipKind> Kind = Columns.Add("kind", Cells.Code(Codes.MembershipKinds));
    private static readonly Column<string?> StateCode = Columns.Add("state_code", Forms.OptionalStateCode, refersTo: StatesFile.Name);
    private static readonly Column<string?> AuthorityId = Columns.Add("authority_id", Forms.OptionalAuthorityId, refersTo: AuthoritiesFile.Name);
    private static readonly Column<string> ListedName = Columns.Add("name", Cells.Text);
    private static readonly Column<DateOnly?> RequestedOn = Columns.Add("requested_on", Cells.OptionalDate);
    private static readonly Column<DateOnly?> AdmittedOn = Columns.Add("admitted_on", Cells.OptionalDate);
    private static readonly Column<DateOnly?> EndedOn = Columns.Add("ended_on", Cells.OptionalDate);
    private static readonly Column<YesNoNotStated> SecureChannel = Columns.Add("secure_channel", Cells.Code(Codes.YesNo));
    private static readonly SourceColumns Source = new(Columns);

    public static readonly SeedFile<Membership> Form = new("memberships.csv", Columns, row =>
    {
        row.RequirePrefix(Id, Network);
        row.RequireOrder(RequestedOn, AdmittedOn);
        row.RequireOrder(AdmittedOn, EndedOn);
        if (row.Text(AuthorityId).Length > 0)
        {
            row.RequirePrefix(AuthorityId, StateCode);
        }

        return new()
        {
            Id = row.Get(Id),
            Network = row.Get(Network),
            Kind = row.Get(Kind),
            StateCode = row.Get(StateCode),
            AuthorityId = row.Get(AuthorityId),
            Name = row.Get(ListedName),
            RequestedOn = row.Get(RequestedOn),
            AdmittedOn = row.Get(AdmittedOn),
            EndedOn = row.Get(EndedOn),
            SecureChannel = row.Get(SecureChannel),
            Source = Source.Read(row),
        };
    });
}
