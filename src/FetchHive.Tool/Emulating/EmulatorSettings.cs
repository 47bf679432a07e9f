using FetchHive.Emulator;

namespace FetchHive.Tool.Emulating;

/// <summary>An emulator's settings from the command line.</summary>
/// <param name="Folder">The full path of the folder with the snippets.</param>
/// <param name="Port">The port; 0 for a free one.</param>
/// <param name="AcceptsOtherMachines">Whether other machines may connect.</param>
/// <param name="Faults">The faults that happen by chance, and the time of runs.</param>
internal sealed record EmulatorSettings(string Folder, int Port, bool AcceptsOtherMachines, EmulatorFaults Faults);
