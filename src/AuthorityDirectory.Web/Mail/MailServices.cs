using AuthorityDirectory.Storage;

namespace AuthorityDirectory.Web.Mail;

/// <summary>Registers mail as the configuration has it.</summary>
public static class MailServices
{
    /// <summary>Adds the <see cref="Outbox"/>, and unless no mail is sent what sends it.</summary>
    /// <exception cref="Hosting.StartRefusedException">A setting is wrong; the message says which, and what is allowed.</exception>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var options = MailOptions.Read(configuration, environment.IsDevelopment());
        services.AddSingleton(options).AddSingleton<Outbox>().AddSingleton<OutboxStore>();
        return options.Kind switch
        {
            MailKind.Folder => services.AddFolder(options, environment).AddHostedService<OutboxSender>(),
            MailKind.Smtp => services.AddSingleton<IMail>(provider => new SmtpMail(options.From, options.Smtp!, provider.GetRequiredService<TimeProvider>())).AddHostedService<OutboxSender>(),
            _ => services,
        };
    }

    private static IServiceCollection AddFolder(this IServiceCollection services, MailOptions options, IHostEnvironment environment) => services
        .AddSingleton(provider => new FolderMail(
            Path.Combine(environment.ContentRootPath, provider.GetRequiredService<StorageOptions>().Folder, "outbox"), options.From, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IMail>(provider => provider.GetRequiredService<FolderMail>());
}
