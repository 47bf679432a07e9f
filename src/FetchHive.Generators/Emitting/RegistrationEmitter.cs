using FetchHive.Generators.Model;

namespace FetchHive.Generators.Emitting;

/// <summary>
/// Writes the extension methods of an interface: <c>Add…</c> for dependency injection, the tools of agents, and the members that the
/// interface itself can't have if the target framework lacks static interface members.
/// </summary>
internal static class RegistrationEmitter
{
    public static bool WritesPart(ContractModel contract) =>
        contract.IsReachable
        && (contract.Target.DependencyInjection
            || !contract.Target.StaticInterfaceMembers
            || NeedsExtensionBlock(contract)
            || ToolEmitter.HasTools(contract));

    public static void Emit(SourceWriter writer, ContractModel contract)
    {
        string interfaceName = Docs.Code(contract.Name);
        writer.Line($"/// <summary>Creates and registers clients of {interfaceName}.</summary>");
        writer.Line(Known.GeneratedCode);
        writer.Line(Known.ExcludeFromCoverage);
        using (writer.Open($"{(contract.IsPublic ? "public" : "internal")} static class {contract.ExtensionsName}"))
        {
            if (contract.Target.DependencyInjection)
            {
                WriteAdd(writer, contract);
            }

            if (!contract.Target.StaticInterfaceMembers)
            {
                if (contract.Target.DependencyInjection)
                {
                    writer.Line();
                }

                InterfaceEmitter.WriteCreate(
                    writer, contract, contract.FullName, "public static", "Create" + contract.ShortName, $"this {Known.Client} client",
                    contract.Obsolete);
                InterfaceEmitter.WriteContracts(writer, contract, isFirst: false, contract.Obsolete);
            }
            else if (NeedsExtensionBlock(contract))
            {
                if (contract.Target.DependencyInjection)
                {
                    writer.Line();
                }

                using (writer.Open($"extension({contract.FullName})"))
                {
                    InterfaceEmitter.WriteCreate(writer, contract, contract.FullName, "public static", "Create", $"{Known.Client} client");
                    InterfaceEmitter.WriteContracts(writer, contract, isFirst: false);
                }
            }

            bool isFirst = !contract.Target.DependencyInjection && contract.Target.StaticInterfaceMembers && !NeedsExtensionBlock(contract);
            ToolEmitter.EmitFactories(writer, contract, isFirst);
        }
    }

    /// <summary>
    /// <c>Create</c> can't be added to an interface that isn't partial. If the language has extension blocks, one of them declares it.
    /// Otherwise every call would be an error, and these would bury the message about <c>partial</c>.
    /// </summary>
    private static bool NeedsExtensionBlock(ContractModel contract) =>
        !contract.IsComplete && !contract.CanExtendInterface && contract.Target.ExtensionBlocks && contract.Target.StaticInterfaceMembers;

    private static void WriteAdd(SourceWriter writer, ContractModel contract)
    {
        writer.Line(
            $"/// <summary>Registers {Docs.Code(contract.Name)} as a singleton that invokes the deployment "
                + $"{Docs.Code(contract.Deployment)}, variant {Docs.Code(contract.Variant)}.</summary>");
        writer.Line(
            "/// <param name=\"builder\">The builder that <c>AddFetchHive</c> returned. The service of a named workspace has that "
                + "name as its key.</param>");
        writer.Line("/// <returns>The same builder, so that calls can be chained.</returns>");
        if (contract.Obsolete.Length > 0)
        {
            writer.Line(contract.Obsolete);
        }

        using (writer.Open($"public static {Known.Builder} Add{contract.ShortName}(this {Known.Builder} builder)"))
        {
            writer.Line(contract.IsComplete
                ? $"return builder.AddDeployment<{contract.FullName}>({Creation(contract)});"
                : ContractEmitter.ThrowingBody(contract) + ";");
        }
    }

    // The method that users call, where there is one: a lambda adds a class, and the compiler needs more time for it.
    private static string Creation(ContractModel contract) =>
        !contract.Target.StaticInterfaceMembers ? "Create" + contract.ShortName
        : InterfaceEmitter.WritesCreate(contract) ? $"{contract.FullName}.Create"
        : $"static client => new {ClientEmitter.FullNameOf(contract)}(client)";
}
