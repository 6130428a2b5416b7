using AuthorityDirectory.Ledger;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Storage;
using AuthorityDirectory.Web;
using AuthorityDirectory.Web.Hosting;
using Microsoft.Extensions.Options;

try
{
    await using var application = await DirectoryApplication.CreateAsync(args);
    await application.ListenAsync();
    await application.WaitForShutdownAsync();
    return 0;
}
catch (Exception refusal) when (refusal is StartRefusedException or StorageRefusedException or OptionsValidationException or UnreadableEntryException or LedgerUnavailableException)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}
