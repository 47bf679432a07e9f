using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using FetchHive.Tool.Calling;

namespace FetchHive.Tool.Commands;

/// <summary>The options of every command that calls a deployment.</summary>
internal sealed class CallOptions
{
    private readonly Option<bool> _emulator = new("--emulator")
    {
        Description = "Call an emulator in this process, which serves the snippet, instead of the service. No key is needed.",
    };

    private readonly Option<Uri?> _address = new("--address")
    {
        Description = "The API's address, such as the one that 'fetchhive emulate' prints.",
        HelpName = "url",
        CustomParser = ReadAddress,
    };

    private readonly Option<TimeSpan> _timeout = Durations.Option(
        "--timeout", "How long one call may take.", TimeSpan.FromMinutes(10), most: TimeSpan.FromDays(24));

    private readonly Option<string?> _variant = new("--variant")
    {
        Description = "The variant to call, one that the snippet stands for. Default: the snippet's own.",
        HelpName = "name",
    };

    public void AddTo(Command command)
    {
        command.Add(_variant);
        command.Add(_emulator);
        command.Add(_address);
        command.Add(_timeout);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_emulator) && result.GetResult(_address) is { Implicit: false })
            {
                result.AddError("--emulator and --address can't be combined: use one.");
            }
        });
    }

    public string? VariantOf(ParseResult parsed) => parsed.GetValue(_variant);

    public CallSettings SettingsOf(ParseResult parsed) =>
        new(parsed.GetValue(_emulator), parsed.GetValue(_address), parsed.GetValue(_timeout));

    private static Uri? ReadAddress(ArgumentResult argument)
    {
        string text = argument.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        argument.AddError($"--address '{text}' isn't an address. Write one such as http://127.0.0.1:8787/v1.");
        return null;
    }
}
