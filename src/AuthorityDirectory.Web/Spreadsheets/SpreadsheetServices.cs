namespace AuthorityDirectory.Web.Spreadsheets;

/// <summary>Registers spreadsheets.</summary>
public static class SpreadsheetServices
{
    /// <summary>Adds checks of files and their addresses.</summary>
    public static IServiceCollection AddSpreadsheets(this IServiceCollection services) =>
        services.AddSingleton<SheetChecks>().AddSingleton<SheetChecker>().AddSingleton<SheetImport>().AddScoped<SpreadsheetLinks>();
}
