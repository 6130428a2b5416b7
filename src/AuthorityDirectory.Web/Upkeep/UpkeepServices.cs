namespace AuthorityDirectory.Web.Upkeep;

/// <summary>Registers what keeps entries right from day to day.</summary>
public static class UpkeepServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddUpkeep(this IServiceCollection services) =>
        services.AddSingleton<ConfirmationLinks>().AddSingleton<ReminderLetters>().AddHostedService<EffectiveDates>().AddHostedService<ReminderPost>();
}
