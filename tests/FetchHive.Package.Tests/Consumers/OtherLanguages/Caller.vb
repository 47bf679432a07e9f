Public Module Caller
    Public Function Call(brief As IBrief) As Task(Of String)
        Return brief.RunAsync("bees")
    End Function
End Module
