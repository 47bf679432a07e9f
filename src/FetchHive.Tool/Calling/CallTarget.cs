using System;

namespace FetchHive.Tool.Calling;

/// <summary>What a command calls, as the command line says.</summary>
/// <param name="IsEmulator">Whether the snippet is served by an emulator in this process.</param>
/// <param name="Address">Where the API is; the service's own address when <see langword="null"/>.</param>
/// <param name="Timeout">How long one call may take.</param>
internal sealed record CallTarget(bool IsEmulator, Uri? Address, TimeSpan Timeout);
