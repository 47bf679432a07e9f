using FetchHive.Emulator;

namespace FetchHive.Tool.Emulating;

/// <summary>How an emulator is served, as the command line says.</summary>
/// <param name="Folder">The full path of the folder with the snippets.</param>
/// <param name="Port">The port; 0 for a free one.</param>
/// <param name="AcceptsOtherMachines">Whether others than this machine may connect.</param>
/// <param name="Faults">What goes wrong by chance, and how long runs take.</param>
internal sealed record EmulatorSettings(string Folder, int Port, bool AcceptsOtherMachines, EmulatorFaults Faults);
