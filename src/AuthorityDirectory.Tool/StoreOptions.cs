using System.CommandLine;
using AuthorityDirectory.Storage;
using Microsoft.Extensions.Configuration;

namespace AuthorityDirectory.Tool;

/// <summary>Which store a command is about: what the command line says, else the environment variables that the web application reads too.</summary>
internal static class StoreOptions
{
    public static readonly Option<string?> Store = new Option<string?>("--store")
    {
        Description = "The kind of store, in place of Storage__Kind; Journal when neither says.",
        HelpName = string.Join('|', Enum.GetNames<StorageKind>()),
        Recursive = true,
    }.AcceptOnlyFromAmong(Enum.GetNames<StorageKind>());

    public static readonly Option<string?> Folder = new("--folder")
    {
        Description = "The folder of a journal, in place of Storage__Folder; data when neither says.",
        HelpName = "folder",
        Recursive = true,
    };

    /// <summary>The configuration as the command line completes it.</summary>
    public static void Configure(ParseResult parsed, IConfigurationBuilder configuration) => configuration
        .AddEnvironmentVariables()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Kind"] = parsed.GetValue(Store), ["Storage:Folder"] = parsed.GetValue(Folder) }
            .Where(setting => setting.Value is not null));
}
