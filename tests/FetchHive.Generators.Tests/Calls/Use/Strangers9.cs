using System.Collections.Generic;
using static FetchHive.Generators.Tests.Calls.Use.UseCase;

namespace FetchHive.Generators.Tests.Calls.Use;

/// <summary>Written by someone who had not seen the rules.</summary>
internal static class Strangers9
{
    public static IEnumerable<UseCase> All =>
    [
        Right("handler that can't match", "the mailer speaks http, who knows", """
            try
            {
                await mailer.SendAsync(await briefs.RunAsync(topic, token));
            }
            catch (HttpRequestException exception)
            {
                log.LogError(exception, "The mail service is away");
            }
            """),
    ];
}
