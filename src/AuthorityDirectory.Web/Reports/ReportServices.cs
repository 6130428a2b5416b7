namespace AuthorityDirectory.Web.Reports;

/// <summary>Registers what takes reports of readers.</summary>
public static class ReportServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services) => services.AddSingleton<ReportBook>().AddSingleton<ReportLetters>().AddSingleton<ReportIntake>();
}
