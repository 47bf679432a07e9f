using Microsoft.Extensions.Options;

namespace FetchHive.AspNetCore;

/// <summary>A marker type: its validation checks the settings when the host starts, and not again at each change.</summary>
internal sealed class StartUp
{
}

/// <summary>Creates the live settings when the host starts.</summary>
internal sealed class StartUpCheck(System.IServiceProvider provider) : IValidateOptions<StartUp>
{
    public ValidateOptionsResult Validate(string? name, StartUp options)
    {
        try
        {
            _ = provider.GetService(typeof(LiveSettings));
            return ValidateOptionsResult.Success;
        }
        catch (OptionsValidationException exception)
        {
            return ValidateOptionsResult.Fail(exception.Failures);
        }
    }
}
