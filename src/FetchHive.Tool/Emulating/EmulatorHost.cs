using System;
using System.IO;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using FetchHive.Emulator;
using FetchHive.Tool.Snippets;
using FetchHive.Tool.Terminals;

namespace FetchHive.Tool.Emulating;

/// <summary>Runs the emulator of <c>fetchhive emulate</c>.</summary>
internal static class EmulatorHost
{
    /// <summary>A fixed key, so that a configuration can contain it. It only protects made-up outputs.</summary>
    public const string Key = "fhk_emulator";

    /// <summary>Serves an emulator until the token is cancelled.</summary>
    /// <exception cref="CommandException">The port is taken, or a snippet can't be served.</exception>
    public static async Task ServeAsync(EmulatorSettings settings, Terminal terminal, CancellationToken cancellationToken)
    {
        EmulatorLog log = new(terminal);
        FetchHiveEmulator hive = await StartAsync(settings, log, terminal, cancellationToken).ConfigureAwait(false);
        await using (hive.ConfigureAwait(false))
        {
            log.WriteStart(hive, settings.Faults);
            TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
            using CancellationTokenRegistration registration = cancellationToken.Register(stopped.SetResult);
            await stopped.Task.ConfigureAwait(false);
        }
    }

    private static async Task<FetchHiveEmulator> StartAsync(
        EmulatorSettings settings, EmulatorLog log, Terminal terminal, CancellationToken cancellationToken)
    {
        SnippetFiles.RequireFolder(settings.Folder, terminal);
        try
        {
            return await FetchHiveEmulator.StartAsync(
                hive => hive.DeploySnippets(settings.Folder).Configure(options =>
                {
                    options.ApiKey = Key;
                    options.Port = settings.Port;
                    options.AcceptsOtherMachines = settings.AcceptsOtherMachines;
                    options.Faults = settings.Faults;
                    options.TimeProvider = terminal.Time;
                    options.ServesPage = true;
                    options.OnRequestAnswered = log.Write;
                    options.OnCallbackSent = log.Write;
                }),
                cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception) when (exception.InnerException is SocketException)
        {
            throw new CommandException(
                $"Port {settings.Port} isn't available: another program, or another emulator, may be using it. Choose another with "
                + "--port, or 0 for a free one.",
                innerException: exception);
        }
        catch (Exception exception)
            when (exception is InvalidOperationException or FormatException or ArgumentException
                or IOException or UnauthorizedAccessException)
        {
            throw new CommandException(exception.Message, innerException: exception);
        }
    }
}
