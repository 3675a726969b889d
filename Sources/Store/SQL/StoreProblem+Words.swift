extension StoreProblem {
    /// One Chinese sentence: the fact and what to do.
    public var chinese: String {
        switch self {
        case .readOnly(let path): "“\(path)”所在磁盘或文件只能读取，未写入任何内容；请检查挂载方式和权限后重试。"
        case .diskFull(let path): "“\(path)”所在磁盘已满，本次未写入任何内容，此前的数据完好；请腾出空间后重试。"
        case .locked(let path): "“\(path)”正被其他程序占用，本次未写入任何内容；请稍后重试。"
        case .notADatabase(let path): "“\(path)”不是数据库文件，未作改动；请核对 --data 指定的文件夹，或从备份恢复。"
        case .notOurs(let path): "“\(path)”是其他程序的数据库，未作改动；请换用其他文件夹。"
        case .damaged(let path, let detail): "数据库“\(path)”已损坏（\(detail)）；请运行 chengxin verify，并从备份恢复。"
        case .cannotOpen(let path, let detail): "无法打开或建立“\(path)”（\(detail)）；请检查路径与权限。"
        case .newerSchema(let migration): "数据库由更新版本的程序建立（含“\(migration)”），未作改动；请升级程序后再用。"
        case .migrationDiffers(let migration): "数据库结构“\(migration)”与本程序不一致，未作改动；请使用原来的程序版本。"
        case .refused(let detail): "数据库拒绝了本次操作（\(detail)），未写入任何内容；请将此信息报告给维护人员。"
        case .olderThanCheckpoint(let size, let signed):
            "数据库只有 \(size) 个条目，而已签名的检查点有 \(signed) 个：可能恢复了旧备份，已拒绝追加；请恢复最新备份，或由操作员启用新的日志。"
        case .otherThanCheckpoint(let size): "数据库中的前 \(size) 个条目与已签名的检查点不一致，已拒绝追加；请运行 chengxin verify 查明改动。"
        case .keyLost(let path): "找不到签名私钥“\(path)”，已拒绝追加，数据仍可读取；请从备份恢复私钥，或由操作员启用新的日志。"
        case .otherKey(let path): "“\(path)”不是本日志的签名私钥，已拒绝追加；请换回原来的私钥文件。"
        case .otherOrigin(let stored, let asked): "日志名称为“\(stored)”，与设定的“\(asked)”不同，已拒绝追加；请更正设定。"
        case .otherMode(let isRehearsal):
            isRehearsal
                ? "这是演练数据，不能作为正式数据写入；请加上 --clock，或换用其他文件夹。"
                : "这是正式数据，不能用 --clock 写入；请换用其他文件夹进行演练。"
        case .clockWentBack(let last, let now): "今天（\(now)）早于最后一次写入的日期（\(last)），已拒绝写入；请校正时钟。"
        case .brokenLog(let position, let detail): "日志第 \(position) 号条目处不完整（\(detail)），已拒绝追加；请运行 chengxin verify。"
        case .unknownEvent(let position): "第 \(position) 号条目的内容无法识别；请使用更新版本的程序。"
        case .fileExists(let path): "“\(path)”已存在，未作改动；请换用其他文件名。"
        case .impossibleEvent(let detail): "事件与已有数据矛盾（\(detail)），未写入任何内容；请将此信息报告给维护人员。"
        }
    }

    /// One English sentence: the fact and what to do.
    public var english: String {
        switch self {
        case .readOnly(let path):
            "“\(path)” can only be read; nothing was written. Check the mount and the permissions."
        case .diskFull(let path):
            "The disk of “\(path)” is full; nothing was written, what was there is whole. Make room."
        case .locked(let path): "Another program is using “\(path)”; nothing was written. Try again later."
        case .notADatabase(let path): "“\(path)” is no database; it was left alone. Check --data or restore a backup."
        case .notOurs(let path): "“\(path)” is another program's database; it was left alone. Use another folder."
        case .damaged(let path, let detail):
            "The database “\(path)” is damaged (\(detail)). Run chengxin verify and restore a backup."
        case .cannotOpen(let path, let detail):
            "“\(path)” cannot be opened or made (\(detail)). Check path and permissions."
        case .newerSchema(let migration):
            "A newer program made this database (it has “\(migration)”); it was left alone. Upgrade the program."
        case .migrationDiffers(let migration):
            "The database structure “\(migration)” is not this program's; it was left alone. Use the program that made it."
        case .refused(let detail):
            "The database refused (\(detail)); nothing was written. Report this to the maintainers."
        case .olderThanCheckpoint(let size, let signed):
            "The database has \(size) entries and the signed checkpoint \(signed): an old backup may have been restored. "
                + "Nothing is appended; restore the newest backup, or let an operator start a new log."
        case .otherThanCheckpoint(let size):
            "The first \(size) entries are not those of the signed checkpoint; nothing is appended. Run chengxin verify."
        case .keyLost(let path):
            "The private key “\(path)” is missing; nothing is appended, everything can be read. Restore the key, or let "
                + "an operator start a new log."
        case .otherKey(let path):
            "“\(path)” is not this log's private key; nothing is appended. Put the right key back."
        case .otherOrigin(let stored, let asked):
            "The log is named “\(stored)”, not “\(asked)”; nothing is appended. Mend the setting."
        case .otherMode(let isRehearsal):
            isRehearsal
                ? "This store is a rehearsal and cannot be used live; add --clock or use another folder."
                : "This store is live and cannot be written with --clock; rehearse in another folder."
        case .clockWentBack(let last, let now):
            "Today (\(now)) is before the day last written on (\(last)); nothing was written. Set the clock right."
        case .brokenLog(let position, let detail):
            "The log is broken at entry \(position) (\(detail)); nothing is appended. Run chengxin verify."
        case .unknownEvent(let position): "Entry \(position) holds nothing this program knows. Use a newer program."
        case .fileExists(let path): "“\(path)” exists and was left alone. Choose another name."
        case .impossibleEvent(let detail):
            "The event contradicts what is stored (\(detail)); nothing was written. Report this to the maintainers."
        }
    }
}

extension StoreProblem: CustomStringConvertible {
    /// Code and English sentence, as logs show it.
    public var description: String { "\(code) \(english)" }
}
