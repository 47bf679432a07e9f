using System;

namespace FetchHive.Tool.Calling;

/// <summary>Where a command sends its calls, and for how long it waits: settings of the command line.</summary>
/// <param name="IsEmulator">Whether the snippet is served by an emulator in this process.</param>
/// <param name="Address">The API's address; the service's own when <see langword="null"/>.</param>
/// <param name="Timeout">How long one call may take.</param>
internal sealed record CallSettings(bool IsEmulator, Uri? Address, TimeSpan Timeout);
